package org.rongyi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.notice.delivery.Drain;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 消息: how many acts a second that tell a veteran (in the system and by SMS), beside the same act that tells nobody; then how
 * fast the worker empties the outbox against peers on this machine.
 */
final class NoticeBench {

    private static final int THREADS = 16;
    private static final int RUNS = 3;
    private static final String PHONE = "13900000000";

    private static final String STAND = """
            select (select count(*) from notice.message) as messages, (select count(*) from notice.outbox) as parcels
            """;

    private final Path directory;
    private final int acts;

    NoticeBench(Path directory, int acts) {
        this.directory = directory;
        this.acts = acts;
    }

    /** The smallest act there is: the runner's own work, its command and its trail; and a notice, or none. */
    @Allow(everyone = true)
    static final class Tell implements Act<Tell.Command, Tell.Outcome> {

        private final Notices notices;
        private final boolean telling;

        Tell(Notices notices, boolean telling) {
            this.notices = notices;
            this.telling = telling;
        }

        record Command(CommandId id, UUID person) implements Act.Command {}

        sealed interface Outcome extends Act.Outcome {
            record Told(UUID subject) implements Outcome, Done {}
        }

        @Override
        public Outcome run(Actor actor, Command command) {
            if (telling) {
                var fields = Map.of("service", "更正个人信息", "station", "燕崀村服务站", "stationPhone", "0758-3300001");
                notices.send(
                        Notice.of("case.decided", command.person(), "/me", fields),
                        new Recipient.Person(command.person()));
            }
            return new Outcome.Told(command.person());
        }
    }

    private record Took(double perSecond, double cpuMillis) {}

    void run() throws Exception {
        try (var sms = new SmsPeer();
                var mail = new MailPeer()) {
            System.setProperty("rongyi.schedule", "off"); // the worker is run by hand
            System.setProperty("rongyi.notice.sms.url", "http://127.0.0.1:" + sms.port() + "/sms");
            System.setProperty("rongyi.notice.sms.client", "bench");
            System.setProperty("rongyi.notice.sms.key", "00112233445566778899aabbccddeeff");
            System.setProperty("rongyi.notice.mail.host", "127.0.0.1");
            System.setProperty("rongyi.notice.mail.port", Integer.toString(mail.port()));
            System.setProperty("rongyi.notice.mail.security", "none");
            System.setProperty("rongyi.notice.mail.from", "notice@rongyi.example.cn");
            try (var program = Program.start(directory, "--empty")) {
                queue(program);
                drain(program, sms, mail);
            }
        }
    }

    private void queue(Program program) throws Exception {
        var without = new Tell(program.bean(Notices.class), false);
        var with = new Tell(program.bean(Notices.class), true);
        run(program, without, acts);
        run(program, with, acts);
        System.out.println("| 办一件事 | 每秒 | 每件 CPU 毫秒（程序） |");
        System.out.println("|---|---|---|");
        for (int i = 0; i < RUNS; i++) {
            print("不发消息", run(program, without, acts));
            print("发一条消息（站内、短信）", run(program, with, acts));
        }
        var jobs = (JdbcClient) program.context.getBean("jobJdbc");
        var stand = jobs.sql(STAND).query().singleRow();
        long expected = (RUNS + 1L) * acts;
        if (!Long.valueOf(expected).equals(stand.get("messages"))
                || !Long.valueOf(expected).equals(stand.get("parcels"))) {
            throw new IllegalStateException("not each was queued once: " + stand);
        }
        System.out.println();
    }

    private Took run(Program program, Tell act, int count) throws Exception {
        var runner = program.bean(Acts.class);
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var left = new AtomicInteger(count);
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = threads.invokeAll(IntStream.range(0, THREADS)
                    .mapToObj(n -> (Callable<Void>) () -> {
                        var clerk = clerk(n);
                        while (left.getAndDecrement() > 0) {
                            runner.perform(clerk, act, new Tell.Command(CommandId.fresh(clerk), Ids.next()));
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

    private static Actor.Office clerk(int number) {
        var village = new DivisionCode(441223100200L + number);
        return new Actor.Office(
                Ids.next(),
                "陈志强",
                Ids.next(),
                Ids.next(),
                "某站",
                village,
                Role.CLERK,
                village.level(),
                Scope.of(village));
    }

    private void drain(Program program, SmsPeer sms, MailPeer mail) {
        var drain = new Drain(program.context);
        drain.dropAll(); // those above go to nobody
        var notices = program.bean(Notices.class);
        var visitor = new Actor.Visitor();
        System.out.println("| 投递 | 件 | 每秒 |");
        System.out.println("|---|---|---|");
        for (int i = 0; i < RUNS; i++) {
            program.bean(Transactions.class).write(visitor, () -> {
                for (int n = 0; n < acts; n++) {
                    var fields = Map.of(
                            "code", "482913", "minutes", "5", "station", "燕崀村服务站", "stationPhone", "0758-3300001");
                    notices.sendCode("code.sign-in", Ids.next(), PHONE, fields, Duration.ofHours(1));
                }
                return true;
            });
            int before = sms.received();
            line("短信（本机 HTTP）", drain.seconds());
            require(sms.received() - before);
            program.bean(Transactions.class).write(visitor, () -> {
                for (int n = 0; n < acts; n++) {
                    notices.send(
                            Notice.of("trail.daily-head", Ids.next(), null, Map.of("head", "2026-11-25 1 2 abc")),
                            new Recipient.Mailbox("jijian@example.cn"));
                }
                return true;
            });
            before = mail.received();
            line("电子邮件（本机 SMTP）", drain.seconds());
            require(mail.received() - before);
        }
    }

    private void require(int received) {
        if (received != acts) {
            throw new IllegalStateException("queued " + acts + ", received " + received);
        }
    }

    private void line(String what, double seconds) {
        System.out.println("| " + what + " | " + acts + " | " + Math.round(acts / seconds) + " |");
    }

    private static void print(String what, Took took) {
        System.out.println("| " + what + " | " + Samples.format(took.perSecond()) + " | "
                + Samples.format(took.cpuMillis()) + " |");
    }
}
