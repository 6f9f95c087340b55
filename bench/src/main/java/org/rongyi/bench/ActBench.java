package org.rongyi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.Clerks;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Ids;

/**
 * 登记走访 per second with everything on: sealing, figures, audit, command ids, row-level security, durable commits.
 * Once over HTTP, form and all, and once through the runner of acts.
 */
final class ActBench {

    private static final int THREADS = 16;

    /** The compiler of the JVM is busy with the chain of filters and the forms until some fifty thousand of them have come. */
    private static final int WARM = 36_000;

    private static final int RUNS = 5;

    private final Program program;
    private final int acts;
    private final LocalDate today;
    private final AtomicInteger next = new AtomicInteger();

    ActBench(Program program, int acts) {
        this.program = program;
        this.acts = acts;
        this.today = program.bean(Divisions.class).today();
    }

    /** Something one thread does again and again. */
    private interface Worker {
        void one(int number) throws Exception;
    }

    void run() throws Exception {
        var password = program.bean(Personas.class).all().getFirst().password();
        var clerks = program.bean(Clerks.class).take(THREADS, password);
        var visitors = new ArrayList<Worker>();
        for (var clerk : clerks) {
            var visitor = new Visitor(program.port, clerk.entry());
            visitor.openForm("/visits/new?person=" + clerk.persons().getFirst());
            visitors.add(number -> submit(visitor, clerk, number));
        }
        var direct = clerks.stream()
                .map(clerk -> (Worker) number -> perform(clerk, number))
                .toList();
        run(visitors, WARM);
        run(direct, WARM);
        System.out.println("| 登记走访 | 每秒 | 每件 CPU 毫秒（程序） |");
        System.out.println("|---|---|---|");
        for (int i = 0; i < RUNS; i++) {
            print("经 HTTP", run(visitors, acts));
            print("经办理器", run(direct, acts));
        }
    }

    private record Took(double perSecond, double cpuMillis) {}

    private static void print(String what, Took took) {
        System.out.println("| " + what + " | " + Samples.format(took.perSecond()) + " | "
                + Samples.format(took.cpuMillis()) + " |");
    }

    private Took run(List<Worker> workers, int count) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var left = new AtomicInteger(count);
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var running = threads.invokeAll(workers.stream()
                    .map(worker -> (Callable<Void>) () -> {
                        while (left.getAndDecrement() > 0) {
                            worker.one(next.getAndIncrement());
                        }
                        return null;
                    })
                    .toList());
            for (var one : running) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Took(count / seconds, (system.getProcessCpuTime() - cpu) / 1e6 / count);
    }

    /** Another person each time, and another day when all were visited. */
    private static UUID person(Clerks.Clerk clerk, int number) {
        return clerk.persons().get(number / THREADS % clerk.persons().size());
    }

    /** Each pass over the persons takes a day further back, so that no visit repeats another. */
    private LocalDate day(int number) {
        return today.minusDays(number / THREADS / 1000 % 500 + 1);
    }

    private void submit(Visitor visitor, Clerks.Clerk clerk, int number) {
        var person = person(clerk, number).toString();
        var answer = visitor.submit(
                "/visits",
                Map.of(
                        "_command",
                        Ids.next().toString(),
                        "person",
                        person,
                        "result." + person,
                        "MET",
                        "happenedOn",
                        day(number).toString(),
                        "mode",
                        "PHONE",
                        "kind",
                        "REGULAR",
                        "sent",
                        "POLICY",
                        "said",
                        "身体尚好，子女在珠三角务工，逢年过节回来。",
                        "again",
                        "yes"));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("登记未成：" + answer.statusCode());
        }
    }

    private void perform(Clerks.Clerk clerk, int number) {
        var content = new VisitContent(
                Map.of(person(clerk, number), Result.MET),
                day(number),
                "REGULAR",
                "VIDEO",
                Set.of(Sent.POLICY),
                "",
                "身体尚好，子女在珠三角务工，逢年过节回来。",
                List.of());
        var outcome = program.bean(Acts.class)
                .perform(
                        clerk.actor(),
                        program.bean(RecordVisit.class),
                        new RecordVisit.Command(CommandId.fresh(clerk.actor()), content, List.of(), false, true));
        if (!(outcome instanceof RecordVisit.Outcome.Recorded)) {
            throw new IllegalStateException("登记未成：" + outcome);
        }
    }
}
