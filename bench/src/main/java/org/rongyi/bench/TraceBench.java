package org.rongyi.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.rongyi.care.fund.Bookkeeping;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.web.GiftTrace;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.Bulk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/**
 * 捐赠去向: where a gift went, as its donor asks, in books of five million entries. Each use is promised, released in a batch and paid, as
 * in life. One gift pays one use in ten; the others share the rest.
 */
final class TraceBench {

    /** What a donor types beside the number of his gift. */
    private static final String CODE = "ABCDEFGH23";

    private static final SealedField QUERY = new SealedField("fund.gift", "query_sealed");

    private static final int ROUNDS = 400;
    private static final int WARM = ROUNDS / 4;
    private static final int USES_A_GIFT = 48;
    private static final double AIM = 100;

    /** Payments of a batch; between two batches lie the promises of the next. */
    private static final int BATCH = 2_000;

    private static final int ROUND = 2 * BATCH + 1;
    private static final int FEN = 20_000;

    private static final String FUND = "00000000-0000-0000-0000-0000000f0001";

    /** Of use n: its batch, and its place in it. */
    private static final String BATCH_OF = "((n - 1) / " + BATCH + ")";

    private static final String PLACE = "((n - 1) % " + BATCH + ")";

    private final Path directory;
    private final long gifts;
    private final long uses;
    private final long batches;

    TraceBench(Path directory, long entries) {
        this.directory = directory;
        this.gifts = Math.max(1, entries / (2 * USES_A_GIFT + 1));
        this.uses = (entries - gifts) * BATCH / ROUND;
        this.batches = Math.ceilDiv(uses, BATCH);
    }

    /** Ids that grow with time, as the program's do. */
    private static String id(String kind, String n) {
        return "(lpad(to_hex(" + n + "), 8, '0')::text || '-0000-7000-8000-" + kind + "')::uuid";
    }

    private static String gift(String n) {
        return id("000000000001", n);
    }

    private static String entry(String number) {
        return id("000000000004", number);
    }

    /** Who pays use n: of ten uses one is of the first gift, and the others in turn, every gift its own. */
    private String payer() {
        return gift("case when n % 10 = 0 then 1 else 1 + (n - n / 10 - 1) % " + gifts + " end");
    }

    private String promised() {
        return "(" + gifts + " + " + BATCH_OF + " * " + ROUND + " + " + PLACE + " + 1)";
    }

    private String released(String batch) {
        return "(" + gifts + " + " + batch + " * " + ROUND + " + " + (BATCH + 1) + ")";
    }

    private String paid() {
        return "(" + released(BATCH_OF) + " + " + PLACE + " + 1)";
    }

    private List<String> rows() {
        var rows = new ArrayList<String>();
        rows.addAll(fund());
        rows.addAll(received());
        rows.addAll(used());
        return rows;
    }

    private List<String> fund() {
        return List.of(
                """
                insert into organisation.unit (id, name, initials, kind, level, host, code_then, code_now, opened_on)
                values ('%s', '某局', 'mj', 'BUREAU', 3, 'ADMINISTRATIVE', 441224000000, 441224000000, '2019-01-01')
                """.formatted(Bookkeeping.UNIT),
                """
                insert into fund.fund (id, number, name, kind, unit_id, document, charity, credit_code, opened_on)
                values ('%s', '441224-01', '关爱基金', 'CARE', '%s', '文件', '慈善会', '51441223333333333A', '2020-01-01')
                """.formatted(FUND, Bookkeeping.UNIT),
                """
                insert into fund.account (fund_id, kind, side)
                select '%s', k, case when k in ('BANK', 'AID_COST', 'RECEIVED') then 1 else -1 end
                from unnest(array['BANK', 'GIFT_INCOME', 'AID_COST', 'OWED', 'RECEIVED', 'AVAILABLE', 'COMMITTED', 'IN_PAYMENT',
                                  'SPENT']) k
                """.formatted(FUND),
                "insert into fund.book (fund_id, year, last) values ('%s', 2021, %d)"
                        .formatted(FUND, gifts + batches * ROUND));
    }

    private List<String> received() {
        return List.of(
                """
                insert into fund.lot (id, fund_id, source, title, received_on, received, available, spent)
                select g.id, '%s', 'GIFT', 'JZ441224-01-2021-' || g.n, date '2021-01-01' + (g.n %% 300)::integer,
                       1000000 + coalesce(u.fen, 0), 1000000, coalesce(u.fen, 0)
                from (select n, %s as id from generate_series(1, %d) n) g
                left join (select %s as id, count(*) * %d as fen from generate_series(1, %d) n group by 1) u on u.id = g.id
                """.formatted(FUND, gift("n"), gifts, payer(), FEN, uses),
                """
                insert into fund.gift (id, fund_id, number, code_now, receipt, donor, name_public, amount, wish, received_on,
                                       query_sealed)
                select l.id, l.fund_id, l.title, 441224000000, l.title, 'ANONYMOUS', false, l.received, '给老兵', l.received_on, 'x'
                from fund.lot l
                """,
                entries("n", "GIFT", "gift", "n", gift("n"), "捐赠", gifts),
                """
                insert into fund.line (entry_id, line, account_id, lot_id, amount)
                select %s, k.line, a.id, case when k.used then l.id end, k.sign * l.received
                from generate_series(1, %d) n
                join fund.lot l on l.id = %s
                cross join (values (1, 'BANK', 1, false), (2, 'GIFT_INCOME', -1, false), (3, 'RECEIVED', 1, true),
                                   (4, 'AVAILABLE', -1, true)) k (line, kind, sign, used)
                join fund.account a on a.kind = k.kind and a.fund_id = '%s'
                """.formatted(entry("n"), gifts, gift("n"), FUND));
    }

    private List<String> used() {
        var grant = id("000000000002", "n");
        return List.of(
                """
                insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                             in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state)
                select %s, '%s', %s, 'AH' || n, 'HARDSHIP', 'HARDSHIP', '困难帮扶援助', %s, '林国强', false, %d,
                       441224000000 + n %% 200 * 1000, 441224000000 + n %% 200 * 1000, date '2021-01-01' + (n %% 300)::integer,
                       '2021-01-01 08:00+08', '%s', '林国强', 'PAID'
                from generate_series(1, %d) n
                """.formatted(grant, FUND, grant, grant, FEN, Bookkeeping.UNIT, uses),
                entries(promised(), "COMMIT", "commit", "n", grant, "困难帮扶援助", uses),
                lines(promised(), "(1, 'AVAILABLE', 1, true), (2, 'COMMITTED', -1, true)"),
                entries(released("(n - 1)"), "RELEASE", "release", "n", id("000000000003", "n"), "拨付批次", batches),
                released(),
                releasedMoney(),
                entries(paid(), "PAID", "paid", "n", id("000000000005", "n"), "付讫", uses),
                lines(
                        paid(),
                        "(1, 'OWED', 1, false), (2, 'BANK', -1, false), (3, 'IN_PAYMENT', 1, true), (4, 'SPENT', -1, true)"));
    }

    private static String entries(
            String number, String kind, String key, String n, String subject, String words, long many) {
        return """
                insert into fund.entry (id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name, subject,
                                        words, evidence)
                select %s, '%s', 2021, %s, '%s', '%s:' || %s, date '2021-01-01' + (n %% 300)::integer, '2021-01-01',
                       '2021-01-01 08:00+08', '%s', '王会计', %s, '%s', 'sm3:0'
                from generate_series(1, %d) n
                """.formatted(entry(number), FUND, number, kind, key, n, Bookkeeping.UNIT, subject, words, many);
    }

    /** Of each use, its own lines. */
    private String lines(String number, String kinds) {
        return """
                insert into fund.line (entry_id, line, account_id, lot_id, amount)
                select %s, k.line, a.id, case when k.used then %s end, k.sign * %d
                from generate_series(1, %d) n
                cross join (values %s) k (line, kind, sign, used)
                join fund.account a on a.kind = k.kind and a.fund_id = '%s'
                """.formatted(entry(number), payer(), FEN, uses, kinds, FUND);
    }

    /** Of each batch, two lines a gift that pays in it. */
    private String released() {
        return """
                insert into fund.line (entry_id, line, account_id, lot_id, amount)
                select %s, 2 * r.place + k.line, a.id, r.lot, k.sign * r.fen
                from (select s.batch, s.lot, count(*) * %d as fen,
                             row_number() over (partition by s.batch order by s.lot) as place
                      from (select %s as batch, %s as lot from generate_series(1, %d) n) s
                      group by s.batch, s.lot) r
                cross join (values (1, 'COMMITTED', 1), (2, 'IN_PAYMENT', -1)) k (line, kind, sign)
                join fund.account a on a.kind = k.kind and a.fund_id = '%s'
                """.formatted(entry(released("r.batch")), FEN, BATCH_OF, payer(), uses, FUND);
    }

    private String releasedMoney() {
        return """
                insert into fund.line (entry_id, line, account_id, amount)
                select %s, k.line, a.id, k.sign * r.fen
                from (select %s as batch, count(*) * %d as fen from generate_series(1, %d) n group by 1) r
                cross join (values (1, 'AID_COST', 1), (2, 'OWED', -1)) k (line, kind, sign)
                join fund.account a on a.kind = k.kind and a.fund_id = '%s'
                """.formatted(entry(released("r.batch")), BATCH_OF, FEN, uses, FUND);
    }

    void run() throws Exception {
        System.setProperty("rongyi.schedule", "off"); // nothing else at work
        try (var program = Program.start(directory, "--empty")) {
            var bulk = program.bean(Bulk.class);
            bulk.run(rows());
            for (var table : List.of("entry", "line", "lot", "gift", "grant_made", "account", "fund")) {
                bulk.alone("vacuum analyze fund." + table);
            }
            System.out.println(gifts + 2 * uses + batches + " 张凭证，" + gifts + " 笔捐赠，" + uses + " 处用途，" + batches
                    + " 个批次；捐赠人凭编号和查询码查去向，各 " + ROUNDS + " 次");
            System.out.println("| 哪一笔 | 中位数 ms | 99% ms | 目标 ms |");
            System.out.println("|---|---|---|---|");
            var random = new Random(7);
            var any = random.longs(ROUNDS + WARM, 1, gifts + 1).mapToObj(gift -> new Asked(gift, ""));
            measure(program, "任意一笔", any.toList());
            measure(program, "用得最多的一笔", Collections.nCopies(ROUNDS + WARM, new Asked(1, "")));
            var deep = random.longs(ROUNDS + WARM, 1 + gifts + ROUND, gifts + batches * ROUND)
                    .mapToObj(number -> new Asked(1, new Cursor<>("use", uuid(number, 4)).toString()));
            measure(program, "用得最多的一笔，往前翻到任意一页", deep.toList());
        }
    }

    /** A gift, and from where its page begins; blank for the newest. */
    private record Asked(long gift, String after) {}

    /** The codes of those that are asked for: sealed as the program seals them, before the clock runs. */
    private static void seal(Program program, List<Asked> asked) throws SQLException {
        var vault = program.bean(Vault.class);
        program.bean(Bulk.class)
                .run(asked.stream()
                        .map(Asked::gift)
                        .distinct()
                        .map(number -> uuid(number, 1))
                        .map(gift -> "update fund.gift set query_sealed = decode('"
                                + HexFormat.of().formatHex(vault.seal(QUERY, gift, CODE)) + "', 'hex') where id = '"
                                + gift
                                + "'")
                        .toList());
    }

    private static UUID uuid(long n, int kind) {
        return UUID.fromString("%08x-0000-7000-8000-%012d".formatted(n, kind));
    }

    /** All of the way: from the number and the code a donor types to the page he is shown. */
    private static void measure(Program program, String what, List<Asked> asked) throws SQLException {
        seal(program, asked);
        var gifts = program.bean(Gifts.class);
        var trace = program.bean(GiftTrace.class);
        var transactions = program.bean(Transactions.class);
        var samples = new Samples(ROUNDS);
        for (int round = 0; round < asked.size(); round++) {
            var number = "JZ441224-01-2021-" + asked.get(round).gift();
            var after = asked.get(round).after();
            long began = System.nanoTime();
            var found = transactions.read(new Actor.Visitor(), () -> gifts.traced(number, CODE));
            var uses = transactions.read(
                    new Actor.Visitor(),
                    () -> trace.of(found.orElseThrow(), after).uses());
            long took = System.nanoTime() - began;
            if (uses.isEmpty()) {
                throw new IllegalStateException("a gift that was used leads nowhere: " + number);
            }
            if (round >= WARM) {
                samples.add(took);
            }
        }
        System.out.println("| " + what + " | " + Samples.format(samples.median()) + " | "
                + Samples.format(samples.worst()) + " | " + Samples.format(AIM) + " |");
    }
}
