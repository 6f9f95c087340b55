package org.rongyi.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.database.Unguarded;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the vault, row-level security and the trail cost a request, beside the same request without them: over HTTP, one at a time, in
 * turn. CPU time of the program, the client and the database together.
 */
final class CostBench {

    private static final int ROUNDS = 10;
    private static final int WARM = 2;

    /** What no two answers share: ids made for forms, and tokens. */
    private static final String OWN = "value=\"[^\"]*\"|[0-9a-f]{8}-[0-9a-f-]{27}";

    private final Program program;
    private final Processor processor;
    private final int many;
    private final Visitor visitor;
    private final List<UUID> persons;
    private final LocalDate today;
    private final AtomicInteger next = new AtomicInteger();

    CostBench(Program program, Path data, int many) {
        this.program = program;
        this.processor = new Processor(data);
        this.many = many;
        this.today = program.bean(Divisions.class).today();
        var town = program.bean(Personas.class).all().stream()
                .filter(one -> one.username().equals("zhen"))
                .findFirst()
                .orElseThrow();
        this.visitor = new Visitor(program.port, town);
        this.persons = program.context
                .getBean("jobJdbc", JdbcClient.class)
                .sql("""
                        select person_id from visit.contact
                        where active and held is null and town = :town order by person_id limit 1000
                        """)
                .param("town", Long.parseLong(town.unit()))
                .query(UUID.class)
                .list();
    }

    /** Something asked again and again. */
    private interface Request {
        String one(int number);
    }

    void run() {
        visitor.openForm("/visits/new?person=" + persons.getFirst());
        var requests = new LinkedHashMap<String, Request>();
        requests.put("登记走访", this::record);
        requests.put("打开档案", number -> visitor.get("/persons/" + person(number)));
        requests.put("人员名册", number -> visitor.get("/persons"));
        requests.put("走访动态", number -> visitor.get("/visits"));
        System.out.println("| 请求 | 少了什么 | 有 CPU 毫秒 | 没有 CPU 毫秒 | 相差 毫秒 | 有/没有（逐对中位数） |");
        System.out.println("|---|---|---|---|---|---|");
        try {
            requests.forEach((what, request) -> {
                for (var cost : Cost.values()) {
                    compare(what, request, cost);
                }
            });
        } finally {
            for (var cost : Cost.values()) {
                turn(cost, true);
            }
        }
    }

    private void compare(String what, Request request, Cost cost) {
        sameAnswer(what, request, cost);
        for (int i = 0; i < WARM; i++) {
            side(request, cost, i % 2 == 0);
        }
        var with = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            with.add(side(request, cost, true));
            without.add(side(request, cost, false));
            ratios.add(with.getLast() / without.getLast());
        }
        turn(cost, true);
        System.out.println("| " + what + " | " + cost.zh() + " | " + Samples.format(median(with)) + " | "
                + Samples.format(median(without)) + " | " + Samples.format(median(with) - median(without)) + " | "
                + Samples.format(median(ratios)) + " |");
    }

    /** A page reads the same with and without; a visit is a new one each time. */
    private void sameAnswer(String what, Request request, Cost cost) {
        if (what.equals("登记走访")) {
            return;
        }
        int number = next.getAndIncrement();
        turn(cost, true);
        var with = request.one(number).replaceAll(OWN, "");
        turn(cost, false);
        var without = request.one(number).replaceAll(OWN, "");
        turn(cost, true);
        if (!with.equals(without)) {
            throw new IllegalStateException(what + " 少了" + cost.zh() + "，回答不一样");
        }
    }

    /** CPU milliseconds a request, what is sealed afterwards counted in. */
    private double side(Request request, Cost cost, boolean on) {
        turn(cost, on);
        for (int i = 0; i < many / 10 + 1; i++) {
            request.one(next.getAndIncrement());
        }
        settle();
        var before = processor.now();
        for (int i = 0; i < many; i++) {
            request.one(next.getAndIncrement());
        }
        settle();
        return processor.now().since(before).both() / many;
    }

    private void settle() {
        while (program.bean(Sealer.class).seal(100) > 0) {
            // what waits is sealed on the side that left it
        }
    }

    private void turn(Cost cost, boolean on) {
        switch (cost) {
            case VAULT -> Cost.vault(on);
            case TRAIL -> Cost.trail(on);
            case ROW_SECURITY -> program.bean(Unguarded.class).rowSecurity(on);
        }
    }

    private UUID person(int number) {
        return persons.get(number % persons.size());
    }

    /** Each pass over the persons takes a day further back, so that no visit repeats another. */
    private String record(int number) {
        var person = person(number).toString();
        var day = today.minusDays(number / persons.size() % 700 + 1L).toString();
        var answer = visitor.submit(
                "/visits",
                Map.ofEntries(
                        Map.entry("_command", Ids.next().toString()),
                        Map.entry("person", person),
                        Map.entry("result." + person, "MET"),
                        Map.entry("happenedOn", day),
                        Map.entry("mode", "PHONE"),
                        Map.entry("kind", "REGULAR"),
                        Map.entry("sent", "POLICY"),
                        Map.entry("said", "身体尚好，子女在珠三角务工，逢年过节回来。"),
                        Map.entry("again", "yes")));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("登记未成：" + answer.statusCode());
        }
        return "";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
