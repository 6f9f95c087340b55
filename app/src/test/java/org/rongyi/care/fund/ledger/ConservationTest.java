package org.rongyi.care.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.LedgerModel.Answer;
import org.rongyi.care.fund.ledger.LedgerModel.Entry;
import org.rongyi.platform.database.SideDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Random entries, right and wrong, by the one door there is ({@code fund.post}), beside a model that shares no code with it. The model says
 * beforehand how each is answered; the books must answer so, and hold what the model holds.
 */
@RongyiTest
@DisplayName("守恒：随便怎么记，没有一分凭空来去，没有一个科目、一笔来源低于零，该拒的都拒")
class ConservationTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int OPERATIONS = FULL ? 2_000_000 : 6_000;

    /** So many connections work at a time, each on books of its own. */
    private static final int CONNECTIONS = 2;

    private static final int OF_EACH = OPERATIONS / CONNECTIONS;

    private static final int FUNDS = 3;

    /** So many at one fund at a time, through as many connections as the program would have. */
    private static final int CROWD = 64;

    private static final int POOL = 20;
    private static final int TRIES = FULL ? 2_000 : 30;

    /** Every so many tries all of them enter the same thing. */
    private static final int ALL_AT_ONCE = 10;

    /** So many in a transaction: the rows they all change grow longer with each of them until it ends. */
    private static final int TOGETHER = 200;

    private static final int COMPARED_EVERY = FULL ? 50 : 2;

    private static final String POST = """
            select p.answer
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                 with ordinality t (id, fund, kind, key, lines, n)
            cross join lateral (select array_agg(l.line ->> 0 order by l.place) as kinds,
                                       array_agg((l.line ->> 1)::uuid order by l.place) as lots,
                                       array_agg((l.line ->> 2)::bigint order by l.place) as amounts
                                from jsonb_array_elements(t.lines::jsonb) with ordinality l (line, place)) a
            cross join lateral fund.post(t.id, t.fund, t.kind, t.key, date '2021-06-23', date '2021-06-23',
                                         timestamptz '2021-06-23 08:00+08', t.fund, '王会计', t.fund, null, '随机的一笔', 'sm3:0',
                                         a.kinds, a.lots, a.amounts) p
            order by t.n
            """;

    private static final String FUND = """
            insert into fund.fund (id, number, name, kind, unit_id, document, opened_on)
            values (?, ?, ?, 'BUDGET', ?, '设立文件', '2021-01-01')
            """;

    private static final String ACCOUNT = "insert into fund.account (fund_id, kind, side) values (?, ?, ?)";

    private static final String LOT = """
            insert into fund.lot (id, fund_id, source, title, received_on) values (?, ?, 'APPROPRIATION', '来源', '2021-06-23')
            """;

    /** The lines alone say what every account and every source holds. */
    private static final String RECOUNTED = """
            select a.fund_id, a.kind, coalesce(sum(l.amount), 0) as fen
            from fund.account a left join fund.line l on l.account_id = a.id
            group by a.fund_id, a.kind
            """;

    private static final String RECOUNTED_LOTS = """
            select l.lot_id,
                   array[coalesce(sum(l.amount) filter (where a.kind = 'RECEIVED'), 0),
                         coalesce(-sum(l.amount) filter (where a.kind = 'AVAILABLE'), 0),
                         coalesce(-sum(l.amount) filter (where a.kind = 'COMMITTED'), 0),
                         coalesce(-sum(l.amount) filter (where a.kind = 'IN_PAYMENT'), 0),
                         coalesce(-sum(l.amount) filter (where a.kind = 'SPENT'), 0)]::bigint[]
            from fund.line l join fund.account a on a.id = l.account_id
            where l.lot_id is not null
            group by l.lot_id
            """;

    @Autowired
    private ApplicationContext program;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    @DisplayName("每一笔的答复与另算的模型一样；余额、来源一路一样；最后试算平衡，逐笔重算一分不差")
    void nothingIsMadeAndNothingIsLost() throws Exception {
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            var all = new ArrayList<Future<Map<Answer, Integer>>>();
            for (int n = 0; n < CONNECTIONS; n++) {
                var books = new Books(n, new LedgerModel(new Random(20 + n), FUNDS));
                all.add(pool.submit(books::worked));
            }
            for (var one : all) {
                var answers = one.get();
                assertThat(answers).containsOnlyKeys(Answer.values());
                assertThat(answers.get(Answer.POSTED)).as("大半记得进去").isGreaterThan(OF_EACH / 2);
            }
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    @DisplayName("64 人同时记同一项资金的账：同一件事只记一次，凭证号不缺，余额、来源与记进去的各笔之和一分不差")
    void aCrowdAtOneFund() throws Exception {
        new Books(CONNECTIONS, new LedgerModel(new Random(64), 1)).crowded();
    }

    /** Some funds in a database of their own, and what they should hold. */
    private final class Books {

        private final int number;
        private final LedgerModel model;
        private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);

        Books(int number, LedgerModel model) {
            this.number = number;
            this.model = model;
        }

        private SideDatabase books() throws SQLException {
            return SideDatabase.migrated(program, "conservation_" + number, "latest", "kernel", "audit", "fund");
        }

        Map<Answer, Integer> worked() throws SQLException {
            try (var database = books()) {
                try (var books = connected(database);
                        var all = database.superuser()) {
                    open(books);
                    for (int done = 0; done < OF_EACH; done += TOGETHER) {
                        enter(books);
                        books.commit();
                        if (done / TOGETHER % COMPARED_EVERY == 0) {
                            same(all);
                        }
                    }
                    same(all);
                    recounted(all);
                }
            }
            return answers;
        }

        void crowded() throws Exception {
            try (var database = books();
                    var people = Executors.newFixedThreadPool(CROWD)) {
                var free = new ArrayBlockingQueue<Connection>(POOL);
                try (var all = database.superuser()) {
                    for (int n = 0; n < POOL; n++) {
                        free.add(connected(database));
                    }
                    var first = free.take();
                    open(first);
                    free.put(first);
                    var working = new ArrayList<Future<?>>();
                    for (int n = 0; n < CROWD; n++) {
                        working.add(people.submit(() -> {
                            for (int tried = 1; tried <= TRIES; tried++) {
                                attempt(free, tried % ALL_AT_ONCE == 0 ? "once:" + tried : null);
                            }
                            return null;
                        }));
                    }
                    for (var one : working) {
                        one.get();
                    }
                    same(all);
                    recounted(all);
                    assertThat(answers).containsOnlyKeys(Answer.values());
                    assertThat(answers.get(Answer.REPEATED)).as("大家一起来记的同一件事").isPositive();
                } finally {
                    for (var connection : free) {
                        connection.close();
                    }
                }
            }
        }

        /** One try in a transaction of its own; what raises is undone. */
        private void attempt(BlockingQueue<Connection> free, @Nullable String key) throws Exception {
            var entry = model.tried(key);
            var connection = free.take();
            try {
                var answer = Answer.valueOf(answered(connection, List.of(entry)).getFirst());
                connection.commit();
                if (answer == Answer.POSTED) {
                    model.entered(entry);
                }
                count(answer);
            } catch (SQLException e) {
                connection.rollback();
                assertThat(e.getSQLState()).as(entry.toString()).matches("2[23].*");
                count(Answer.REFUSED);
            } finally {
                free.put(connection);
            }
        }

        private synchronized void count(Answer answer) {
            answers.merge(answer, 1, Integer::sum);
        }

        private static Connection connected(SideDatabase database) throws SQLException {
            var books = database.as("rongyi_app").getConnection();
            books.setAutoCommit(false);
            try (var statement = books.createStatement()) {
                statement.execute("select set_config('rongyi.ranges', '{[0,999999999999]}', false)");
            }
            books.commit();
            return books;
        }

        private void open(Connection books) throws SQLException {
            for (var fund : model.funds()) {
                try (var insert = books.prepareStatement(FUND)) {
                    insert.setObject(1, fund);
                    insert.setString(2, fund.toString());
                    insert.setString(3, fund.toString());
                    insert.setObject(4, fund);
                    insert.execute();
                }
                for (var kind : AccountKind.values()) {
                    try (var insert = books.prepareStatement(ACCOUNT)) {
                        insert.setObject(1, fund);
                        insert.setString(2, kind.name());
                        insert.setInt(3, kind.sign());
                        insert.execute();
                    }
                }
                for (var lot : model.lots(fund)) {
                    try (var insert = books.prepareStatement(LOT)) {
                        insert.setObject(1, lot);
                        insert.setObject(2, fund);
                        insert.execute();
                    }
                }
            }
            books.commit();
        }

        /** What raises would undo its neighbours, so it goes alone, and what it has begun is undone. */
        private void enter(Connection books) throws SQLException {
            var waiting = new ArrayList<Entry>();
            for (int i = 0; i < TOGETHER; i++) {
                var entry = model.next();
                answers.merge(entry.answer(), 1, Integer::sum);
                if (entry.answer() != Answer.REFUSED) {
                    waiting.add(entry);
                    continue;
                }
                flush(books, waiting);
                var before = books.setSavepoint();
                assertThat(raises(books, entry)).as(entry.toString()).isTrue();
                books.rollback(before);
            }
            flush(books, waiting);
        }

        private static boolean raises(Connection books, Entry entry) {
            try {
                answered(books, List.of(entry));
                return false;
            } catch (SQLException e) {
                // 22: not balanced, or another fund's source; 23: a source below nothing, or not whole
                return e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23");
            }
        }

        private static void flush(Connection books, List<Entry> waiting) throws SQLException {
            if (!waiting.isEmpty()) {
                assertThat(answered(books, waiting))
                        .isEqualTo(
                                waiting.stream().map(one -> one.answer().name()).toList());
                waiting.clear();
            }
        }

        private static List<String> answered(Connection books, List<Entry> entries) throws SQLException {
            var answered = new ArrayList<String>();
            try (var post = books.prepareStatement(POST)) {
                post.setArray(
                        1,
                        books.createArrayOf(
                                "uuid", entries.stream().map(Entry::id).toArray()));
                post.setArray(
                        2,
                        books.createArrayOf(
                                "uuid", entries.stream().map(Entry::fund).toArray()));
                post.setArray(
                        3,
                        books.createArrayOf(
                                "text",
                                entries.stream().map(one -> one.kind().name()).toArray()));
                post.setArray(
                        4,
                        books.createArrayOf(
                                "text", entries.stream().map(Entry::key).toArray()));
                post.setArray(
                        5,
                        books.createArrayOf(
                                "text", entries.stream().map(Entry::json).toArray()));
                try (var rows = post.executeQuery()) {
                    while (rows.next()) {
                        answered.add(rows.getString(1));
                    }
                }
            }
            return answered;
        }

        /** Account by account, source by source. */
        private void same(Connection all) throws SQLException {
            assertThat(accounts(all, "select a.fund_id, a.kind, a.balance from fund.account a"))
                    .isEqualTo(model.accounts());
            assertThat(lots(all, """
                        select l.id, array[l.received, l.available, l.committed, l.in_payment, l.spent] from fund.lot l
                        """)).isEqualTo(model.standings());
        }

        private void recounted(Connection all) throws SQLException {
            var accounts = accounts(all, RECOUNTED);
            assertThat(accounts).as("逐笔重算").isEqualTo(model.accounts());
            var used = new HashMap<>(model.standings());
            used.values().removeIf(standing -> standing.stream().allMatch(fen -> fen == 0));
            var lots = lots(all, RECOUNTED_LOTS);
            lots.values().removeIf(standing -> standing.stream().allMatch(fen -> fen == 0));
            assertThat(lots).as("逐笔重算").isEqualTo(used);
            for (var fund : model.funds()) {
                for (var layer : AccountKind.Layer.values()) {
                    var sum = BigInteger.ZERO;
                    for (var kind : AccountKind.values()) {
                        sum = kind.layer() == layer
                                ? sum.add(BigInteger.valueOf(accounts.getOrDefault(fund + " " + kind, 0L)))
                                : sum;
                    }
                    assertThat(sum).as("试算平衡 " + layer).isEqualTo(BigInteger.ZERO);
                }
            }
            assertThat(model.accounts().entrySet())
                    .allMatch(one -> one.getValue()
                                    * AccountKind.valueOf(one.getKey().split(" ")[1])
                                            .sign()
                            >= 0);
            numbered(all);
        }

        /** As many entries as were answered for, numbered without a gap. */
        private void numbered(Connection all) throws SQLException {
            try (var rows = all.createStatement().executeQuery("""
                        select sum(b.last), (select count(*) from fund.entry),
                               (select count(distinct (e.fund_id, e.number)) from fund.entry e)
                        from fund.book b
                        """)) {
                rows.next();
                long posted = answers.get(Answer.POSTED);
                assertThat(List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                        .containsOnly(posted);
            }
        }

        private static Map<String, Long> accounts(Connection all, String sql) throws SQLException {
            var found = new HashMap<String, Long>();
            try (var rows = all.createStatement().executeQuery(sql)) {
                while (rows.next()) {
                    found.put(rows.getString(1) + " " + rows.getString(2), rows.getLong(3));
                }
            }
            return found;
        }

        private static Map<UUID, List<Long>> lots(Connection all, String sql) throws SQLException {
            var found = new HashMap<UUID, List<Long>>();
            try (var rows = all.createStatement().executeQuery(sql)) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), List.of((Long[])
                            rows.getArray(2).getArray()));
                }
            }
            return found;
        }
    }
}
