package org.rongyi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonLoad;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.Unguarded;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person found by his number: by the blind index under row-level security, by a unique index over numbers in the clear in
 * the same kind of transaction, and, as it would be without either, by opening every number of the territory.
 */
final class SearchBench {

    private static final int ROUNDS = 400;
    private static final int OPENINGS = 20;
    private static final int BATCH = 5_000;
    private static final SealedField CITIZEN = PersonLoad.SEALED.getFirst();

    private static final String SOMEBODY = """
            select id, citizen_sealed from person.person where citizen_index >= :from order by citizen_index limit 1
            """;

    private static final String ALL = """
            select id, citizen_sealed from person.person where id > :after order by id limit :limit
            """;

    private static final String OF_VILLAGE = """
            select p.id, p.citizen_sealed
            from person.place l join person.person p on p.id = l.person_id
            where l.code_now = :code and l.valid_to is null
            """;

    private static final String CLEAR = "select person_id from bench.clear where number = :number";

    private final Program program;
    private final JdbcClient job;
    private final JdbcClient app;
    private final Vault vault;
    private final Transactions transactions;
    private final Random random = new Random(7);

    SearchBench(Program program) {
        this.program = program;
        this.job = program.context.getBean("jobJdbc", JdbcClient.class);
        this.app = program.bean(JdbcClient.class);
        this.vault = program.bean(Vault.class);
        this.transactions = program.bean(Transactions.class);
    }

    private record Sealed(UUID id, byte[] number) {}

    private record Somebody(UUID id, String number, DivisionCode village) {}

    private interface Way {
        UUID find(Somebody somebody);
    }

    void run() {
        long files = clearTable();
        var village = new LinkedHashMap<String, Way>();
        var people = program.bean(People.class);
        village.put("盲索引，省", one -> find(people, one, top(one.village())));
        village.put("盲索引，本村", one -> find(people, one, one.village()));
        village.put(
                "明文号码唯一索引",
                one -> transactions.read(
                        actor(top(one.village())),
                        () -> app.sql(CLEAR)
                                .param("number", one.number())
                                .query(UUID.class)
                                .single()));
        village.put("逐个打开本村的号码", this::open);
        var taken = new LinkedHashMap<String, Samples>();
        village.keySet().forEach(way -> taken.put(way, new Samples(ROUNDS)));
        for (int round = 0; round < ROUNDS + ROUNDS / 4; round++) {
            var one = somebody();
            for (var way : village.entrySet()) {
                if (way.getKey().startsWith("逐个") && round > ROUNDS / 4 + OPENINGS) {
                    continue;
                }
                long began = System.nanoTime();
                var found = way.getValue().find(one);
                long took = System.nanoTime() - began;
                if (!found.equals(one.id())) {
                    throw new IllegalStateException(way.getKey() + " 找到了别人");
                }
                if (round >= ROUNDS / 4) {
                    taken.get(way.getKey()).add(took);
                }
            }
        }
        print(files, taken);
        page();
    }

    private static void print(long files, Map<String, Samples> taken) {
        System.out.println(files + " 份档案，凭公民身份号码找一个人");
        System.out.println("| 办法 | 中位数 ms | 99% ms | 与明文索引之比 |");
        System.out.println("|---|---|---|---|");
        var clear = taken.get("明文号码唯一索引");
        taken.forEach((way, samples) -> System.out.println("| " + way + " | " + Samples.format(samples.median()) + " | "
                + Samples.format(samples.worst()) + " | " + Samples.format(samples.ratioTo(clear)) + " |"));
    }

    /** The whole page, as the county asks for it. */
    private void page() {
        var county = program.bean(Personas.class).all().stream()
                .filter(one -> one.username().equals("xian"))
                .findFirst()
                .orElseThrow();
        var visitor = new Visitor(program.port, county);
        var samples = new Samples(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            var number = somebody().number();
            long began = System.nanoTime();
            visitor.get("/persons?q=" + number);
            samples.add(System.nanoTime() - began);
        }
        System.out.println(
                "| 整页（县） | " + Samples.format(samples.median()) + " | " + Samples.format(samples.worst()) + " | |");
    }

    private UUID find(People people, Somebody one, DivisionCode unit) {
        return transactions.read(
                actor(unit), () -> people.findByNumber(one.number()).orElseThrow());
    }

    private UUID open(Somebody one) {
        return job
                .sql(OF_VILLAGE)
                .param("code", one.village().value())
                .query((row, n) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("citizen_sealed")))
                .list()
                .stream()
                .filter(each -> vault.open(CITIZEN, each.id(), each.number()).equals(one.number()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Anybody, each as likely. */
    private Somebody somebody() {
        while (true) {
            var found = job.sql(SOMEBODY)
                    .param("from", "%016x".formatted(random.nextLong()))
                    .query((row, n) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("citizen_sealed")))
                    .optional();
            if (found.isPresent()) {
                var id = found.get().id();
                var village = job.sql("""
                                select code_now from person.place where person_id = :id and valid_to is null and responsible
                                """).param("id", id).query(Long.class).single();
                return new Somebody(id, vault.open(CITIZEN, id, found.get().number()), new DivisionCode(village));
            }
        }
    }

    private long clearTable() {
        var table = program.bean(Unguarded.class);
        table.makeClearTable();
        long files = 0;
        var after = new UUID(0, 0);
        while (true) {
            var rows = job.sql(ALL)
                    .param("after", after)
                    .param("limit", BATCH)
                    .query((row, n) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("citizen_sealed")))
                    .list();
            if (rows.isEmpty()) {
                table.indexClearTable();
                return files;
            }
            insert(rows);
            files += rows.size();
            after = rows.getLast().id();
        }
    }

    private void insert(List<Sealed> rows) {
        var numbers = new ArrayList<String>();
        rows.forEach(row -> numbers.add(vault.open(CITIZEN, row.id(), row.number())));
        job.sql("insert into bench.clear (number, person_id) select * from unnest(:numbers::text[], :persons::uuid[])")
                .param("numbers", numbers.toArray(String[]::new))
                .param("persons", rows.stream().map(Sealed::id).toArray(UUID[]::new))
                .update();
    }

    private static DivisionCode top(DivisionCode village) {
        return new DivisionCode(village.value() / 10_000_000_000L * 10_000_000_000L);
    }

    private static Actor.Office actor(DivisionCode unit) {
        return new Actor.Office(
                new UUID(0, 1),
                "测",
                new UUID(0, 2),
                new UUID(0, 3),
                "测",
                unit,
                Role.OFFICER,
                unit.level(),
                Scope.of(unit));
    }
}
