package org.rongyi.bench;

import java.nio.file.Path;
import java.sql.SQLException;
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
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/**
 * 捐赠去向: where a gift went, as its donor asks, in books of five million entries. One gift in fifty thousand pays one use in ten; the
 * others share the rest.
 */
final class TraceBench {

    /** What a donor types beside the number of his gift. */
    private static final String CODE = "ABCDEFGH23";

    private static final SealedField QUERY = new SealedField("fund.gift", "query_sealed");

    private static final int ROUNDS = 400;
    private static final int WARM = ROUNDS / 4;
    private static final int USES_A_GIFT = 48;
    private static final double AIM = 100;

    private static final String FUND = "00000000-0000-0000-0000-0000000f0001";

    private final Path directory;
    private final long entries;
    private final long gifts;

    TraceBench(Path directory, long entries) {
        this.directory = directory;
        this.entries = entries;
        this.gifts = Math.max(1, entries / (USES_A_GIFT + 1));
    }

    /** Ids that grow with time, as the program's do. */
    private static String id(String kind, String n) {
        return "lpad(to_hex(" + n + "), 8, '0')::text || '-0000-7000-8000-" + kind + "'";
    }

    private List<String> rows() {
        var gift = "(" + id("000000000001", "n") + ")::uuid";
        var grant = "(" + id("000000000002", "n") + ")::uuid";
        var received = "(" + id("000000000003", "n") + ")::uuid";
        var commit = "(" + id("000000000004", "n + " + gifts) + ")::uuid";
        // of the uses, one in ten is of the first gift, and the others in turn, every gift its own
        var payer = "("
                + id("000000000001", "case when n % 10 = 0 then 1 else 1 + (n - n / 10 - 1) % " + gifts + " end")
                + ")::uuid";
        long uses = entries - gifts;
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
                select '%s', k, case when k in ('BANK', 'RECEIVED') then 1 else -1 end
                from unnest(array['BANK', 'GIFT_INCOME', 'RECEIVED', 'AVAILABLE', 'COMMITTED', 'SPENT']) k
                """.formatted(FUND),
                "insert into fund.book (fund_id, year, last) values ('%s', 2021, %d)".formatted(FUND, entries),
                """
                insert into fund.lot (id, fund_id, source, title, received_on, received, available, committed)
                select %s, '%s', 'GIFT', 'JZ441224-01-2021-' || n, date '2021-01-01' + (n %% 300)::integer, 1000000, 1000000, 0
                from generate_series(1, %d) n
                """.formatted(gift, FUND, gifts),
                """
                insert into fund.gift (id, fund_id, number, code_now, receipt, donor, name_public, amount, wish, received_on,
                                       query_sealed)
                select %s, '%s', 'JZ441224-01-2021-' || n, 441224000000, n::text, 'ANONYMOUS', false, 1000000, '给老兵',
                       date '2021-01-01' + (n %% 300)::integer, 'x'
                from generate_series(1, %d) n
                """.formatted(gift, FUND, gifts),
                """
                insert into fund.entry (id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name, subject,
                                        words, evidence)
                select %s, '%s', 2021, n, 'GIFT', 'gift:' || n, '2021-01-01', '2021-01-01', '2021-01-01 08:00+08', '%s', '王会计',
                       %s, '捐赠', 'sm3:0'
                from generate_series(1, %d) n
                """.formatted(received, FUND, Bookkeeping.UNIT, gift, gifts),
                """
                insert into fund.line (entry_id, line, account_id, lot_id, amount)
                select %s, l.line, a.id, %s, l.amount
                from generate_series(1, %d) n
                cross join (values (1, 'RECEIVED', 1000000), (2, 'AVAILABLE', -1000000)) l (line, kind, amount)
                join fund.account a on a.kind = l.kind and a.fund_id = '%s'
                """.formatted(received, gift, gifts, FUND),
                """
                insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                             in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state)
                select %s, '%s', %s, 'AH' || n, 'HARDSHIP', 'HARDSHIP', '困难帮扶援助', %s, '林国强', false, 20000,
                       441224000000 + n %% 200 * 1000, 441224000000 + n %% 200 * 1000, date '2021-01-01' + (n %% 300)::integer,
                       '2021-01-01 08:00+08', '%s', '林国强', 'PAID'
                from generate_series(1, %d) n
                """.formatted(grant, FUND, grant, grant, Bookkeeping.UNIT, uses),
                """
                insert into fund.entry (id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name, subject,
                                        words, evidence)
                select %s, '%s', 2021, n + %d, 'COMMIT', 'commit:' || n, date '2021-01-01' + (n %% 300)::integer, '2021-01-01',
                       '2021-01-01 08:00+08', '%s', '王会计', %s, '困难帮扶援助', 'sm3:0'
                from generate_series(1, %d) n
                """.formatted(commit, FUND, gifts, Bookkeeping.UNIT, grant, uses),
                """
                insert into fund.line (entry_id, line, account_id, lot_id, amount)
                select %s, l.line, a.id, %s, l.amount
                from generate_series(1, %d) n
                cross join (values (1, 'AVAILABLE', 20000), (2, 'COMMITTED', -20000)) l (line, kind, amount)
                join fund.account a on a.kind = l.kind and a.fund_id = '%s'
                """.formatted(commit, payer, uses, FUND));
    }

    void run() throws Exception {
        System.setProperty("rongyi.schedule", "off"); // nothing else at work
        try (var program = Program.start(directory, "--empty")) {
            var bulk = program.bean(Bulk.class);
            bulk.run(rows());
            for (var table : List.of("entry", "line", "lot", "gift", "grant_made", "account", "fund")) {
                bulk.alone("vacuum analyze fund." + table);
            }
            System.out.println(entries + " 张凭证，" + gifts + " 笔捐赠；捐赠人凭编号和查询码查去向，各 " + ROUNDS + " 次");
            System.out.println("| 哪一笔 | 中位数 ms | 99% ms | 目标 ms |");
            System.out.println("|---|---|---|---|");
            var random = new Random(7);
            measure(
                    program,
                    "任意一笔",
                    random.longs(ROUNDS + WARM, 1, gifts + 1).boxed().toList());
            measure(program, "用得最多的一笔", Collections.nCopies(ROUNDS + WARM, 1L));
        }
    }

    /** The codes of those that are asked for: sealed as the program seals them, before the clock runs. */
    private static void seal(Program program, List<Long> gifts) throws SQLException {
        var vault = program.bean(Vault.class);
        program.bean(Bulk.class)
                .run(gifts.stream()
                        .distinct()
                        .map(TraceBench::gift)
                        .map(gift -> "update fund.gift set query_sealed = decode('"
                                + HexFormat.of().formatHex(vault.seal(QUERY, gift, CODE)) + "', 'hex') where id = '"
                                + gift
                                + "'")
                        .toList());
    }

    private static UUID gift(long n) {
        return UUID.fromString("%08x-0000-7000-8000-000000000001".formatted(n));
    }

    /** All of the way: from the number and the code a donor types to the page he is shown. */
    private static void measure(Program program, String what, List<Long> asked) throws SQLException {
        seal(program, asked);
        var gifts = program.bean(Gifts.class);
        var trace = program.bean(GiftTrace.class);
        var transactions = program.bean(Transactions.class);
        var samples = new Samples(ROUNDS);
        for (int round = 0; round < asked.size(); round++) {
            var number = "JZ441224-01-2021-" + asked.get(round);
            long began = System.nanoTime();
            var found = transactions.read(new Actor.Visitor(), () -> gifts.traced(number, CODE));
            var uses = transactions.read(
                    new Actor.Visitor(), () -> trace.of(found.orElseThrow(), "").uses());
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
