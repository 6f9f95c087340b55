package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.database.SideDatabase;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Money;
import org.springframework.core.io.ClassPathResource;

@RongyiTest
@DisplayName("捐赠用到了哪里：一页一页读，与从头算的一样；一张凭证由几个来源出的，不会被页尾截断")
class UsesOfTest extends FundOffice {

    /** As it was before a page was read by itself: all uses of a source, then the newest of them. */
    private static final String BEFORE = "db/fund/V202611300055__fund_uses_paged.sql";

    private static final int ENTRIES = 400;

    /** Every kind of entry that touches a source, and the accounts between which it moves what. */
    private static final List<Kind> KINDS = List.of(
            new Kind("COMMIT", "AVAILABLE", "COMMITTED"),
            new Kind("COMMIT", "AVAILABLE", "COMMITTED"),
            new Kind("COMMIT", "AVAILABLE", "COMMITTED"),
            new Kind("UNCOMMIT", "COMMITTED", "AVAILABLE"),
            new Kind("RELEASE", "COMMITTED", "IN_PAYMENT"),
            new Kind("PAID", "IN_PAYMENT", "SPENT"),
            new Kind("BOUNCED", "IN_PAYMENT", "COMMITTED"),
            new Kind("HANDED_OUT", "COMMITTED", "SPENT"),
            new Kind("TAKEN_BACK", "SPENT", "COMMITTED"),
            new Kind("RECOVERED", "SPENT", "AVAILABLE"),
            new Kind("MANAGEMENT", "AVAILABLE", "SPENT"),
            new Kind("MANAGEMENT", "AVAILABLE", "SPENT"),
            new Kind("HANDED_OVER", "AVAILABLE", "SPENT"),
            new Kind("TAKEN_OVER", "RECEIVED", "AVAILABLE"),
            new Kind("GIVEN_BACK", "AVAILABLE", "SPENT"),
            new Kind("REPURPOSED", "AVAILABLE", "RECEIVED"),
            new Kind("GIFT", "RECEIVED", "AVAILABLE"));

    private record Kind(String name, String debit, String credit) {}

    private static final String SAID = """
            select coalesce(string_agg(u::text, '/' order by u.entry desc, u.part, u.amount), '') as rows,
                   (array_agg(u.entry order by u.entry))[1] as last
            from fund.%s(?::uuid[], ?, ?) u
            """;

    /** Which source took what over. */
    private static final List<Source> SOURCES = List.of(
            new Source(1, 1, 0), new Source(2, 1, 0), new Source(3, 2, 1), new Source(4, 3, 3), new Source(5, 2, 0));

    private record Source(int number, int fund, int origin) {}

    private static UUID id(String kind, int n) {
        return UUID.fromString("%08x-0000-7000-8000-%s".formatted(n, kind));
    }

    private static UUID lot(int n) {
        return id("00000000000a", n);
    }

    private static UUID fund(int n) {
        return id("00000000000f", n);
    }

    @Test
    @DisplayName("各类凭证、转入别的资金的、冲回的、追回的都有的一本账：每个来源、每种页长、从每一处接着读，都与从前的算法一样")
    void theSameAsBefore() throws SQLException, IOException {
        try (var database = SideDatabase.migrated(program, "uses_of", "latest", "kernel", "audit", "fund")) {
            try (var connection = database.superuser()) {
                execute(connection, before());
                execute(connection, "set session_replication_role = replica");
                book(connection);
                for (var asked : List.of(List.of(1), List.of(2), List.of(3), List.of(4), List.of(5))) {
                    assertThat(ask(connection, "uses_of", asked, null, 10_000).rows())
                            .isNotEmpty();
                    for (int page : List.of(1, 3, 7, 50, 10_000)) {
                        compare(connection, asked, page);
                    }
                }
                // 几个来源一起问的，整本比：同一张凭证的几行，从前谁先谁后没有说定
                for (var asked : List.of(List.of(1, 2), List.of(1, 2, 5), List.of(2, 3), List.of(9))) {
                    assertThat(ask(connection, "uses_of", asked, null, 10_000))
                            .isEqualTo(ask(connection, "uses_before", asked, null, 10_000));
                }
                assertThat(backs(connection)).as("追回的也在比的里面").isPositive();
            }
        }
    }

    private record Said(String rows, @Nullable UUID last) {}

    private static void compare(Connection connection, List<Integer> asked, int page) throws SQLException {
        UUID after = null;
        Said now;
        do {
            now = ask(connection, "uses_of", asked, after, page);
            assertThat(now)
                    .as("%s 每页 %d 处，从 %s 往前", asked, page, after)
                    .isEqualTo(ask(connection, "uses_before", asked, after, page));
            after = now.last();
        } while (after != null);
    }

    private static Said ask(Connection connection, String function, List<Integer> lots, @Nullable UUID after, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(SAID.formatted(function))) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", lots.stream().map(UsesOfTest::lot).toArray()));
            statement.setObject(2, after, Types.OTHER);
            statement.setInt(3, limit);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Said(row.getString("rows"), row.getObject("last", UUID.class));
            }
        }
    }

    private static long backs(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select sum(u.back) from fund.uses_of(array['%s'::uuid], null, 10000) u".formatted(lot(1)))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String before() throws IOException {
        var text = new ClassPathResource(BEFORE).getContentAsString(StandardCharsets.UTF_8);
        var from = text.indexOf("create function fund.uses_of(");
        return text.substring(from, text.indexOf("$$;", from) + 3).replace("fund.uses_of(", "fund.uses_before(");
    }

    /** Entries at random, the same at each run; a third of what is kept for itself is taken back. */
    private static void book(Connection connection) throws SQLException {
        for (int n = 1; n <= 3; n++) {
            execute(connection, """
                    insert into fund.fund (id, number, name, kind, unit_id, document, opened_on)
                    values ('%1$s', '44122%2$d-01', '资金 %2$d', 'BUDGET', '%1$s', '文件', '2020-01-01')
                    """.formatted(fund(n), n));
            execute(connection, """
                    insert into fund.account (fund_id, kind, side)
                    select '%s', k, case k when 'RECEIVED' then 1 else -1 end
                    from unnest(array['RECEIVED', 'AVAILABLE', 'COMMITTED', 'IN_PAYMENT', 'SPENT']) k
                    """.formatted(fund(n)));
        }
        for (var source : SOURCES) {
            execute(connection, """
                    insert into fund.lot (id, fund_id, source, title, received_on, origin)
                    values ('%s', '%s', 'GIFT', '来源', '2021-01-01', %s)
                    """.formatted(
                            lot(source.number()),
                            fund(source.fund()),
                            source.origin() == 0 ? "null" : "'" + lot(source.origin()) + "'"));
        }
        var random = new Random(20210623);
        var own = new ArrayList<Integer>();
        for (int n = 1; n <= ENTRIES; n++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var place = 1 + random.nextInt(3);
            var sources = SOURCES.stream()
                    .filter(source -> source.fund() == place && random.nextInt(3) > 0)
                    .map(Source::number)
                    .toList();
            if (sources.isEmpty()) {
                continue;
            }
            if (kind.name().equals("MANAGEMENT") && !own.isEmpty() && random.nextInt(3) == 0) {
                entry(connection, n, place, new Kind("REVERSAL", "SPENT", "AVAILABLE"), sources, own.removeLast());
                continue;
            }
            if (kind.name().equals("COMMIT")) {
                grant(connection, n, random.nextInt(4) == 0);
            }
            if (kind.name().equals("MANAGEMENT") || kind.name().equals("HANDED_OVER")) {
                own.add(n);
            }
            entry(connection, n, place, kind, sources, null);
        }
    }

    /** Some are recovered in part, by an entry that brings it back to its sources. */
    private static void grant(Connection connection, int n, boolean recovered) throws SQLException {
        execute(connection, """
                insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                             in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state)
                values ('%1$s', '%1$s', '%1$s', 'AH%2$d', 'HARDSHIP', 'HARDSHIP', '帮扶 %2$d', '%1$s', '林国强', false, 100,
                        441224001000, 441224001000, date '2021-01-01' + %2$d %% 300, '2021-01-01 08:00+08', '%1$s', '林国强', 'PAID')
                """.formatted(id("000000000002", n), n));
        if (recovered) {
            var recovery = id("000000000006", n);
            var repayment = id("000000000007", n);
            execute(connection, """
                    insert into fund.recovery (id, fund_id, grant_id, case_number, number, person_id, person_name, code_now, ground,
                                               amount, lots, shares, opened_by, opened_name, opened_on, words_sealed, hear_until, state)
                    values ('%1$s', '%1$s', '%2$s', 'AH', 'ZH%3$d', '%1$s', '林国强', 441224001000, 'WRONG', 5, array['%1$s'::uuid],
                            array[5], '%1$s', '王', '2021-01-01', 'x', '2021-01-01', 'HEARING')
                    """.formatted(recovery, id("000000000002", n), n));
            execute(connection, """
                    insert into fund.repayment (id, recovery_id, fund_id, person_id, code_now, amount, lots, shares, on_day, document,
                                                by_account, by_name, at)
                    values ('%1$s', '%2$s', '%1$s', '%1$s', 441224001000, 5, array['%1$s'::uuid], array[5], '2021-01-01', '回单', '%1$s',
                            '王', '2021-01-01 08:00+08')
                    """.formatted(repayment, recovery));
            execute(connection, """
                    insert into fund.entry (id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name,
                                            subject, words, evidence)
                    values ('%1$s', '%2$s', 2021, %3$d, 'RECOVERED', 'back:%3$d', '2021-01-01', '2021-01-01', '2021-01-01 08:00+08',
                            '%1$s', '王', '%4$s', '追回', 'sm3:0')
                    """.formatted(id("000000000005", n), fund(1), 10_000 + n, repayment));
            execute(connection, """
                    insert into fund.line (entry_id, line, account_id, lot_id, amount)
                    select '%s', row_number() over (), a.id, '%s', case a.kind when 'SPENT' then 5 else -5 end
                    from fund.account a where a.fund_id = '%s' and a.kind in ('SPENT', 'AVAILABLE')
                    """.formatted(id("000000000005", n), lot(1), fund(1)));
        }
    }

    private static void entry(
            Connection connection, int n, int place, Kind kind, List<Integer> sources, @Nullable Integer reverses)
            throws SQLException {
        var entry = id("000000000004", n);
        execute(connection, """
                insert into fund.entry (id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name, subject,
                                        reverses, words, evidence)
                values ('%1$s', '%2$s', 2021, %3$d, '%4$s', 'key:%3$d', date '2021-01-01' + %3$d %% 300, '2021-01-01',
                        '2021-01-01 08:00+08', '%1$s', '王', '%5$s', %6$s, '凭证 %3$d', 'sm3:0')
                """.formatted(
                        entry,
                        fund(place),
                        n,
                        kind.name(),
                        id("000000000002", n),
                        reverses == null ? "null" : "'" + id("000000000004", reverses) + "'"));
        int line = 0;
        for (var source : sources) {
            for (var side : List.of(kind.debit(), kind.credit())) {
                line++;
                execute(connection, """
                        insert into fund.line (entry_id, line, account_id, lot_id, amount)
                        select '%s', %d, a.id, '%s', %d from fund.account a where a.fund_id = '%s' and a.kind = '%s'
                        """.formatted(
                                entry, line, lot(source), (line % 2 == 1 ? 1 : -1) * (10 + n % 7), fund(place), side));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("一笔援助由两笔捐赠出，正好落在页尾：不截断、不漏、不重")
    void anEntryIsNotCutByAPage() {
        var fund = careFund();
        var first = given(fund, 100, Lot.Terms.FREE);
        var second = given(fund, 100, Lot.Terms.FREE);
        for (long yuan : List.of(60L, 70L, 50L)) { // 60 of the first, 40 and 30 of both, 50 of the second
            assertThat(commit(grant(fund, Money.ofYuan(yuan)))).isInstanceOf(Commitments.Done.class);
        }
        var all = uses(List.of(first, second), 50);
        assertThat(all.stream().map(use -> use.amount().fen()).toList())
                .containsExactlyInAnyOrder(6_000L, 4_000L, 3_000L, 5_000L);
        for (int page : List.of(1, 2, 3, 4)) {
            assertThat(uses(List.of(first, second), page)).as("每页 %d 处", page).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    /** All pages one after the other. */
    private List<Lots.Use> uses(List<UUID> sources, int page) {
        var read = new ArrayList<Lots.Use>();
        String next = null;
        do {
            var after = next;
            var slice = transactions.read(
                    chief, () -> lots.uses(sources, after == null ? null : Cursor.parse(after, key -> key), page));
            read.addAll(slice.rows());
            next = slice.next();
        } while (next != null);
        return read;
    }
}
