package org.rongyi.care.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rongyi.GivingServices;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.audit.AnchorCheck;
import org.rongyi.platform.audit.AnchorLoad;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.SideAudit;
import org.rongyi.platform.database.SideDatabase;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("账目校验：任何一行改一处，都查得出来")
class LedgerCheckTest {

    private static final int GIFTS = 12;
    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    /** Not the books', but what decides a grant: the columns the check watches, and why not the others. */
    private static final List<String> DECIDING =
            List.of("relief.aid", "relief.emergency", "relief.bar", "festival.line", "festival.campaign");

    /** Why a column's change is not found: by its name, or by table and name. */
    private static final Map<String, String> EXCLUDED = new TreeMap<>(Map.ofEntries(
            Map.entry("code_now", "现行区划，随区划调整和交接而变；只定谁看得到，当时的区划另在摘要里"),
            Map.entry("place_now", "同上"),
            Map.entry("*_sealed", "换密钥时重新加密；密文连同所在的行一起认证。收款账号旁边有指纹，看守的是指纹，打开密文与它核对"),
            Map.entry("*_index", "盲索引，换索引密钥时重算；由密文里的值而来"),
            Map.entry("*_index_next", "同上"),
            Map.entry("person_name", "写在名单和办件上的姓名；承诺上的另有摘要"),
            Map.entry("code_then", "申请时的村（社区）；承诺上的另有摘要"),
            Map.entry("version", "同时改的防护，每次改加一"),
            Map.entry("applied_on,standing,wished,materials,need_id,visit_id,first_by", "申请的内容；能不能给、给多少以核查和核定为准"),
            Map.entry("object,aid_id", "申请的内容；能不能给、给多少以核查和核定为准"),
            Map.entry("number,grounds,ground", "为什么在名单上；给什么在看守的列里"),
            Map.entry("state,ended_why", "人去世、迁走时跟着变；给没给由签收的列和承诺的状态核对"),
            Map.entry("change,change_why,change_by,change_for,change_name,checked,checked_name", "名单怎么拟定的；批准以后的在承诺里"),
            Map.entry("signed_as,given_name", "签收的经过；签收人在看守的列里")));

    private static final String COLUMNS = """
            select c.table_schema || '.' || c.table_name as place, c.column_name as name,
                   case when c.data_type = 'ARRAY' then substr(c.udt_name, 2) || '[]' else c.udt_name end as type
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
              and (c.table_schema = 'fund' or c.table_schema || '.' || c.table_name = any (?)
                   or c.table_schema || '.' || c.table_name = 'approval.case_file')
            order by 1, c.ordinal_position
            """;

    /** Whoever has the database takes its guards off first. */
    private static final String UNGUARDED = """
            do $$
            declare r record;
            begin
                for r in select c.conrelid::regclass as place, c.conname as name from pg_constraint c
                         join pg_class t on t.oid = c.conrelid
                         where t.relnamespace in ('fund'::regnamespace, 'relief'::regnamespace, 'festival'::regnamespace)
                               and c.contype in ('f', 'c', 'p', 'u')
                            or c.conrelid = 'approval.case_file'::regclass and c.contype in ('f', 'c')
                         order by c.contype in ('p', 'u') loop
                    execute format('alter table %s drop constraint if exists %I cascade', r.place, r.name);
                end loop;
                for r in select i.indexrelid::regclass as name from pg_index i join pg_class t on t.oid = i.indrelid
                         where i.indisunique and t.relnamespace in ('fund'::regnamespace, 'relief'::regnamespace,
                                                                    'festival'::regnamespace) loop
                    execute format('drop index %s', r.name);
                end loop;
                alter table fund.account alter column id set generated by default;
                alter table audit.anchor alter column seq set generated by default;
            end $$
            """;

    private static final List<String> REMOVALS = List.of(
            "delete from fund.line where entry_id = (select id from fund.entry order by id limit 1)",
            "delete from fund.entry where number = 3",
            "with gone as (delete from fund.entry where number = 13 returning id)"
                    + " delete from fund.line where entry_id in (select id from gone)",
            "delete from fund.gift where id = (select min(id::text)::uuid from fund.gift)",
            "delete from fund.lot where source = 'RETURN'",
            "delete from fund.grant_made",
            "delete from fund.batch",
            "delete from fund.payment",
            "delete from fund.closing",
            "update fund.payment set state = 'FAILED', paid = 0, used = array[0::bigint]",
            "update fund.batch set state = 'APPROVED', released_by = null, released_at = null, file_digest = null, settled_at = null",
            "insert into fund.entry select gen_random_uuid(), fund_id, year, 99, kind, key || 'x', happened_on, booked_on, at,"
                    + " by_account, by_name, subject, null, words, evidence from fund.entry where number = 2",
            "insert into fund.line select entry_id, 90, account_id, null, 5 from fund.line where line = 1 and lot_id is null",
            "delete from audit.anchor where seq = (select min(seq) from audit.anchor)",
            "delete from audit.anchor",
            "update audit.anchor set digest = sha256('x') where seq = (select max(seq) from audit.anchor)",
            "update audit.anchor set seq = -seq",
            "delete from audit.fresh where act = 'AnchorRows'",
            "delete from fund.related_person",
            "update fund.grant_made set payee = '某人' where state = 'WAITING'",
            "delete from audit.fresh where act = 'PostEntry' and subject = (select id from fund.entry where number = 5)",
            "update audit.fresh set after = replace(after, 'a', 'b') where act = 'PostEntry'"
                    + " and subject = (select id from fund.entry where number = 6)");

    /** A second promise for a case that was paid out of its own. */
    private static final String OUT_OF_ANOTHER_FUND = """
            insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name, in_kind,
                                         amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state)
            select gen_random_uuid(), gen_random_uuid(), case_id, case_number, service, purpose, words, person_id, person_name,
                   in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state
            from fund.grant_made where service = 'EMERGENCY'
            """;

    /** What differs between the books and the cases, and what the check must say of it. */
    private static final Map<String, String> PLANTED = new TreeMap<>(Map.ofEntries(
            Map.entry("update relief.aid set granted_fen = granted_fen + 1", "办件 HARDSHIP-1：核定的金额与承诺不符"),
            Map.entry("update fund.grant_made set amount = amount - 1 where service = 'HARDSHIP'", "核定的金额与承诺不符"),
            Map.entry("delete from fund.grant_made where service = 'HARDSHIP'", "办件 HARDSHIP-1：核定的金额与承诺不符"),
            Map.entry("delete from relief.aid", "承诺 HARDSHIP：没有给这个人的困难帮扶援助办件"),
            Map.entry("update relief.aid set person_id = gen_random_uuid()", "没有给这个人的困难帮扶援助办件"),
            Map.entry("update relief.aid set granted_modes = null", "没有给这个人的困难帮扶援助办件"),
            Map.entry("update relief.emergency set granted_fen = granted_fen - 1", "办件 EMERGENCY-1：拨付的金额与承诺不符"),
            Map.entry("delete from fund.grant_made where service = 'EMERGENCY'", "办件 EMERGENCY-1：拨付的金额与承诺不符"),
            Map.entry("delete from relief.emergency", "承诺 EMERGENCY：没有给这个人的应急救助办件"),
            Map.entry("update relief.emergency set paid_on = null", "没有给这个人的应急救助办件"),
            Map.entry(OUT_OF_ANOTHER_FUND, "没有给这个人的应急救助办件"),
            Map.entry("update festival.line set fen = fen + 1", "名单与承诺不符"),
            Map.entry("update festival.line set person_id = gen_random_uuid()", "名单与承诺不符"),
            Map.entry("update festival.line set money_grant = null", "名单与承诺不符"),
            Map.entry("delete from fund.grant_made where service = 'FESTIVAL'", "名单与承诺不符"),
            Map.entry("delete from festival.line", "承诺 FESTIVAL：没有这一行节日慰问"),
            Map.entry(
                    "update fund.grant_made set case_id = gen_random_uuid() where service = 'FESTIVAL'", "没有这一行节日慰问")));

    private static final String GRANT = """
            insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                         in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state)
            values (:id, :fund, :other, '案号', 'TEST_AID', 'HARDSHIP', '帮扶', :other, '林国强', false, 100, 440000000000,
                    440000000000, '2021-06-23', '2021-06-23 08:00+08', :other, '林国强', 'PAID')
            """;

    private static final String BATCH = """
            insert into fund.batch (id, fund_id, number, code_now, state, count, amount, made_by, made_name, made_at, approved_by,
                                    approved_name, approved_at, released_by, released_name, released_at, file_digest, settled_at)
            values (:id, :fund, 'BF1', 440000000000, 'SETTLED', 1, 100, :other, '编', '2021-06-23 08:00+08', gen_random_uuid(), '批',
                    '2021-06-23 09:00+08', gen_random_uuid(), '付', '2021-06-23 10:00+08', 'sm3:0', '2021-06-23 11:00+08')
            """;

    private static final String PAYMENT = """
            insert into fund.payment (id, fund_id, batch_id, reference, grant_id, way, code_now, state, amount, lots, shares, payee,
                                      bank, account_sealed, planned_at, paid, used, paid_on, reason)
            values (:id, :fund, :batch, 'FK1', :grant, 'BANK', 440000000000, 'PAID', 100, :lots, array[100], '林国强', '农行', 'x',
                    '2021-06-23 08:00+08', 100, array[100], '2021-06-23', '')
            """;

    private static final String CLOSING = """
            insert into fund.closing (id, fund_id, year, state, proposed_by, proposed_name, proposed_at, decided_by, decided_name,
                                      decided_at)
            values (:id, :fund, 2021, 'CLOSED', gen_random_uuid(), '提', :at, gen_random_uuid(), '核', :at)
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Clock clock;

    private SingleConnectionDataSource app;
    private Connection thief;
    private Ledger ledger;
    private JdbcClient jdbc;
    private final UUID fund = Ids.next();
    private LedgerCheck.Report honest;

    private SideDatabase database;
    private Map<String, Map<String, String>> columns;
    private List<String> before;

    @BeforeAll
    void aSmallLedger() throws Exception {
        database = SideDatabase.migrated(program, "ledger_check", "latest", SideDatabase.rooms());
        app = new SingleConnectionDataSource(database.as("rongyi_app").getConnection(), true);
        jdbc = JdbcClient.create(app);
        jdbc.sql("select set_config('rongyi.ranges', '{[0,999999999999]}', false)")
                .query()
                .singleRow();
        var audit = SideAudit.on(jdbc, clock);
        ledger = new Ledger(jdbc, audit, clock);
        new TransactionTemplate(new DataSourceTransactionManager(app)).executeWithoutResult(acting -> {
            fill();
            audit.record(keeper(), new AuditTrail.Entry("FillForTest", null, "Done", true));
        });
        thief = database.superuser();
        columns = columns();
        honest = new LedgerCheck(thief, TestServices.ALL).check();
        try (var statement = thief.createStatement()) {
            statement.execute(UNGUARDED);
        }
        oneRowAtLeastOfEach();
        thief.setAutoCommit(false);
        before = findings();
    }

    @AfterAll
    void goneAgain() throws SQLException {
        thief.close();
        app.destroy();
        database.close();
    }

    @Test
    @DisplayName("没有人动过的账：完好")
    void anHonestLedgerIsWhole() {
        assertThat(honest.first()).isEmpty();
        assertThat(honest.entries()).isEqualTo(GIFTS + 6);
        assertThat(before).as("经办理进来的行，没有一行说不是").noneMatch(one -> one.contains("办理"));
    }

    @Test
    @DisplayName("资金各表和决定承诺的列，目录里有几列改几列：都查得出，并说出是哪张表的；不查的写明为什么")
    void everyEditIsFound() throws SQLException {
        var missed = new ArrayList<String>();
        var reasons = new HashSet<String>();
        var whole = new HashSet<String>();
        for (var table : columns.entrySet()) {
            for (var column : table.getValue().entrySet()) {
                var reason = reason(table.getKey(), column.getKey());
                if (reason != null) {
                    reasons.add(reason);
                    continue;
                }
                for (var row : rows(table.getKey())) {
                    var sql = "update %s t set %s = %s where t.ctid = '%s'"
                            .formatted(
                                    table.getKey(), column.getKey(), changed(column.getKey(), column.getValue()), row);
                    boolean byItsRows = !FULL && !whole.add(table.getKey()) && isFoundByItsRows(table.getKey(), sql);
                    if (!byItsRows && !isFound(table.getKey(), sql)) {
                        missed.add(sql);
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(reasons).as("写了理由的列都还在").containsExactlyInAnyOrderElementsOf(EXCLUDED.keySet());
    }

    @Test
    @DisplayName("每张表删去一行、照抄一行：都查得出")
    void everyRowGoneOrDoubledIsFound() throws SQLException {
        var missed = new ArrayList<String>();
        for (var table : columns.entrySet()) {
            var all = String.join(", ", table.getValue().keySet());
            for (var row : rows(table.getKey())) {
                for (var sql : List.of(
                        "delete from %1$s t where t.ctid = '%2$s'",
                        "insert into %1$s (%3$s) select %3$s from %1$s t where t.ctid = '%2$s'")) {
                    var filled = sql.formatted(table.getKey(), row, all);
                    if (!isFound(table.getKey(), filled)) {
                        missed.add(filled);
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @DisplayName("删去、插入一张凭证、一行分录，拿掉留痕、行摘要：查得出")
    void removalsAndInsertionsAreFound() throws SQLException {
        var missed = new ArrayList<String>();
        for (var sql : REMOVALS) {
            if (!isFound("", sql)) {
                missed.add(sql);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @DisplayName("绕不过触发器也没有用：照触发器改的，留痕里没有，一样查得出")
    void anEditThatTheTriggersSawIsFound() throws SQLException {
        try (var statement = thief.createStatement()) {
            assertThat(statement.executeUpdate("update fund.grant_made set payee = '某人'"))
                    .isPositive();
            assertThat(news()).anyMatch(one -> one.startsWith("承诺 ") && one.contains("改动没有经过办理"));
        } finally {
            thief.rollback();
        }
    }

    @Test
    @DisplayName("改过的行，后来又经过办理：办理把整行登记了一遍，以前的改动照样查得出")
    void anEditIsFoundThoughAnActFollowedIt() throws SQLException {
        try (var statement = thief.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            statement.execute("update fund.grant_made set payee = '某人'");
            statement.execute("set local session_replication_role = origin");
            statement.execute("update fund.grant_made set granted_on = granted_on + 1");
            statement.execute("""
                    insert into audit.fresh (id, at, actor_key, actor_name, act, subject, outcome, done, after)
                    select gen_random_uuid(), now(), 'office:x', '王会计', 'AnchorRows', c.act, 'Anchored', true,
                           jsonb_build_object('行摘要', c.digest)::text
                    from audit.close_anchors() c
                    """);
            assertThat(news()).anyMatch(one -> one.startsWith("承诺 ") && one.contains("的改动以前，已与前一次办理时不符"));
        } finally {
            thief.rollback();
        }
    }

    @Test
    @DisplayName("照原样登记只登记没有登记过的行：改过的洗不白")
    void whatWasEditedIsNotAnchoredAnew() throws SQLException {
        try (var statement = thief.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            statement.execute("update fund.grant_made set payee = '某人'");
            statement.execute(AnchorLoad.SUMS.getFirst());
            assertThat(news()).anyMatch(one -> one.startsWith("承诺 ") && one.contains("与办理时不符"));
        } finally {
            thief.rollback();
        }
    }

    @Test
    @DisplayName("账与办件各算各的：少给、多给、给了不存在的办件、名单与承诺不一样，两边都查得出")
    void theBooksAreRecountedFromTheCases() throws SQLException {
        assertThat(before).noneMatch(one -> PLANTED.values().stream().anyMatch(one::contains));
        var missed = new ArrayList<String>();
        for (var planted : PLANTED.entrySet()) {
            try (var statement = thief.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                assertThat(statement.executeUpdate(planted.getKey()))
                        .as(planted.getKey())
                        .isPositive();
                if (news().stream().noneMatch(one -> one.contains(planted.getValue()))) {
                    missed.add(planted.getKey());
                }
            } finally {
                thief.rollback();
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @DisplayName("交给校验的服务少了一项：为它承诺的每一笔都说没有服务说给过")
    void aServiceThatWasNotHandedOverIsAFinding() throws SQLException {
        assertThat(before).noneMatch(one -> one.contains("没有一项服务说给过"));
        for (var service : TestServices.ALL) {
            var others = TestServices.ALL.stream().filter(one -> one != service).toList();
            assertThat(new LedgerCheck(thief, others, null, Integer.MAX_VALUE)
                            .check()
                            .first())
                    .filteredOn(one -> one.contains("没有一项服务说给过"))
                    .as(service.service())
                    .isNotEmpty()
                    .allMatch(one -> one.endsWith("：没有一项服务说给过，记的服务是 " + service.service()));
        }
        assertThat(new LedgerCheck(thief, GivingServices.ALL, null, Integer.MAX_VALUE)
                        .check()
                        .first())
                .as("程序自己的服务全在，另有一项")
                .contains("承诺 案号：没有一项服务说给过，记的服务是 " + TestServices.TEST_AID);
    }

    /** The books' tables and those of the services. */
    static List<AnchorCheck.Watched> watched() {
        return Stream.concat(
                        WatchedTables.ALL.stream(), TestServices.ALL.stream().flatMap(one -> one.watched().stream()))
                .toList();
    }

    /** As the evidence of an entry was put together before each kind of record had a function of its own. */
    private static final String DOCUMENTS_BEFORE = "db/fund/V202612190402__fund_account_prints.sql";

    private static final List<String> DOCUMENTED = List.of(
            "fund",
            "lot",
            "gift",
            "grant_made",
            "batch",
            "payment",
            "closing",
            "purpose_change",
            "recovery",
            "repayment",
            "overpaid_over");

    @Test
    @DisplayName("凭证所依据的记录：每种记录一个函数之后，每一行的文字与以前逐字相同，没有一种是空的")
    void documentsAreAsTheyWere() throws Exception {
        var text = new ClassPathResource(DOCUMENTS_BEFORE).getContentAsString(StandardCharsets.UTF_8);
        var from = text.indexOf("create or replace function fund.document(");
        try (var statement = thief.createStatement()) {
            statement.execute(text.substring(from, text.indexOf("p_subject) d);", from) + "p_subject) d);".length())
                    .replace("fund.document(", "fund.document_before("));
            for (var table : DOCUMENTED) {
                try (var rows = statement.executeQuery("""
                        select count(*), count(*) filter (where fund.document(t.id) = fund.document_before(t.id))
                        from fund.%s t
                        """.formatted(table))) {
                    rows.next();
                    assertThat(rows.getLong(1)).as(table).isPositive().isEqualTo(rows.getLong(2));
                }
            }
        } finally {
            thief.rollback();
        }
    }

    private static @Nullable String reason(String table, String column) {
        if (DECIDING.contains(table)
                && watched().stream().anyMatch(one -> one.place().equals(table) && one.watches(column))) {
            return null;
        }
        return EXCLUDED.keySet().stream()
                .filter(names -> names.startsWith("*")
                        ? column.endsWith(names.substring(1))
                        : List.of(names.split(",")).contains(column)
                                && (DECIDING.contains(table)
                                        || List.of("code_now", "place_now").contains(column)))
                .findFirst()
                .orElse(null);
    }

    /**
     * The part of the check that compares the rows of this table: what it finds, the whole finds, as the whole is asked once for each
     * table. What it does not find is left to the whole.
     */
    private boolean isFoundByItsRows(String table, String sql) throws SQLException {
        var watched = WatchedTables.ALL.stream()
                .filter(one -> one.place().equals(table))
                .toList();
        if (watched.isEmpty()) {
            return false;
        }
        var known = ofItsRows(watched);
        try (Statement statement = thief.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            var zh = watched.getFirst().zh();
            return ofItsRows(watched).stream().anyMatch(one -> one.contains(zh) && !known.contains(one));
        } finally {
            thief.rollback();
        }
    }

    private List<String> ofItsRows(List<AnchorCheck.Watched> watched) throws SQLException {
        var found = new ArrayList<String>();
        new AnchorCheck(thief, watched, WatchedTables.ANEW, found::add).check();
        return found;
    }

    private boolean isFound(String table, String sql) throws SQLException {
        try (Statement statement = thief.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            var zh = watched().stream()
                    .filter(one -> one.place().equals(table))
                    .map(AnchorCheck.Watched::zh)
                    .findFirst()
                    .orElse("");
            return news().stream().anyMatch(one -> one.contains(zh));
        } finally {
            thief.rollback();
        }
    }

    /** What the check says now and did not before. */
    private List<String> news() throws SQLException {
        var now = findings();
        before.forEach(now::remove);
        return now;
    }

    private List<String> findings() throws SQLException {
        return new ArrayList<>(new LedgerCheck(thief, TestServices.ALL, null, Integer.MAX_VALUE)
                .check()
                .first());
    }

    /** Some of a table's rows, by where they lie. */
    private List<String> rows(String table) throws SQLException {
        var order = FULL ? "" : "order by md5(t::text) limit 1";
        try (var rows = thief.createStatement().executeQuery("select t.ctid::text from " + table + " t " + order)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            assertThat(found).as(table).isNotEmpty();
            return found;
        } finally {
            thief.rollback();
        }
    }

    private static String changed(String column, String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text" -> "coalesce(t." + column + ", '') || 'x'";
            case "int4", "int8", "numeric" -> "coalesce(t." + column + ", 0) + 1";
            case "bool" -> "not coalesce(t." + column + ", false)";
            case "date" -> "coalesce(t." + column + ", '2021-01-01') + 1";
            case "timestamptz" -> "coalesce(t." + column + ", '2021-01-01') + interval '1 microsecond'";
            case "bytea" -> "coalesce(t." + column + ", '') || '\\x01'";
            case "jsonb" -> "'{\"other\": 1}'";
            default -> {
                if (!type.endsWith("[]")) {
                    throw new IllegalArgumentException("how is it changed: " + column + " " + type);
                }
                yield "coalesce(t." + column + ", '{}') || (" + made(type.substring(0, type.length() - 2)) + ")::"
                        + type.substring(0, type.length() - 2);
            }
        };
    }

    private static String made(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text" -> "'文'";
            case "int4", "int8", "numeric" -> "7";
            case "bool" -> "false";
            case "date", "timestamptz" -> "'2021-06-23'";
            case "bytea" -> "'\\x00'";
            case "jsonb" -> "'{}'";
            default ->
                type.endsWith("[]") ? "array[" + made(type.substring(0, type.length() - 2)) + "]::" + type : "null";
        };
    }

    private Map<String, Map<String, String>> columns() throws SQLException {
        var found = new TreeMap<String, Map<String, String>>();
        try (var query = thief.prepareStatement(COLUMNS)) {
            query.setArray(1, thief.createArrayOf("text", DECIDING.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), table -> new LinkedHashMap<>())
                            .put(rows.getString(2), rows.getString(3));
                }
            }
        }
        return found;
    }

    /** Rows of the tables that {@link #fill} left empty, and cases that tell what was promised; made as by an act. */
    private void oneRowAtLeastOfEach() {
        var owner = new SingleConnectionDataSource(thief, true);
        var superuser = JdbcClient.create(owner);
        new TransactionTemplate(new DataSourceTransactionManager(owner)).executeWithoutResult(acting -> {
            for (var table : columns.keySet()) {
                if (table.startsWith("fund.")
                        && superuser
                                .sql("select not exists (select from " + table + ")")
                                .query(Boolean.class)
                                .single()) {
                    make(superuser, table, Map.of());
                }
            }
            cases(superuser);
            SideAudit.on(superuser, clock).record(keeper(), new AuditTrail.Entry("FillForTest", null, "Done", true));
        });
        columns.keySet().remove("approval.case_file");
    }

    /** Of each service a grant, and the case or the line of a list it was given for. */
    private void cases(JdbcClient superuser) {
        make(superuser, "relief.bar", Map.of());
        var person = "'" + new UUID(7, 7) + "'::uuid";
        var fundSql = "'" + fund + "'::uuid";
        for (var service : List.of("HARDSHIP", "EMERGENCY", "FESTIVAL")) {
            var id = "'" + Ids.next() + "'::uuid";
            var grant = "'" + Ids.next() + "'::uuid";
            make(
                    superuser,
                    "fund.grant_made",
                    Map.of(
                            "id",
                            grant,
                            "case_id",
                            id,
                            "service",
                            "'" + service + "'",
                            "person_id",
                            person,
                            "fund_id",
                            fundSql,
                            "amount",
                            "300",
                            "in_kind",
                            "false",
                            "state",
                            "'WAITING'",
                            "case_number",
                            "'" + service + "'"));
            if (!service.equals("FESTIVAL")) {
                make(superuser, "approval.case_file", Map.of("id", id, "number", "'" + service + "-1'"));
            }
            switch (service) {
                case "HARDSHIP" ->
                    make(
                            superuser,
                            "relief.aid",
                            Map.of(
                                    "id",
                                    id,
                                    "person_id",
                                    person,
                                    "granted_modes",
                                    "array['MONEY']",
                                    "granted_fen",
                                    "300",
                                    "decided_on",
                                    "'2021-06-23'",
                                    "back_then_fen",
                                    "0",
                                    "back_fen",
                                    "0",
                                    "payer",
                                    "'" + fund + "'"));
                case "EMERGENCY" ->
                    make(
                            superuser,
                            "relief.emergency",
                            Map.of(
                                    "id",
                                    id,
                                    "person_id",
                                    person,
                                    "granted_fen",
                                    "300",
                                    "back_fen",
                                    "0",
                                    "paid_on",
                                    "'2021-06-23'",
                                    "fund_id",
                                    fundSql));
                default -> {
                    var campaign = "'" + Ids.next() + "'::uuid";
                    make(superuser, "festival.campaign", Map.of("id", campaign, "number", "'WW1'", "fund_id", fundSql));
                    make(
                            superuser,
                            "festival.line",
                            Map.of(
                                    "id",
                                    id,
                                    "campaign_id",
                                    campaign,
                                    "person_id",
                                    person,
                                    "fen",
                                    "300",
                                    "goods_fen",
                                    "0",
                                    "back_fen",
                                    "0",
                                    "money_grant",
                                    grant,
                                    "state",
                                    "'APPROVED'",
                                    "goods",
                                    "''"));
                }
            }
        }
    }

    /** A row with something in each column that must not be empty. */
    private void make(JdbcClient superuser, String table, Map<String, String> said) {
        var needed =
                superuser.sql("""
                        select a.attname::text from pg_attribute a
                        where a.attrelid = :place::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          and a.attidentity = '' and a.attnotnull
                        """).param("place", table).query(String.class).list();
        var values = new LinkedHashMap<String, String>();
        Objects.requireNonNull(columns.get(table)).forEach((column, type) -> {
            var value = said.get(column);
            if (value != null || needed.contains(column)) {
                values.put(column, value == null ? made(type) : value);
            }
        });
        superuser
                .sql("insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                        + String.join(", ", values.values()) + ")")
                .update();
    }

    /** A principal, a return and a dozen gifts, through the ledger's own door. */
    private void fill() {
        addFund(fund, "440000-01", "EMERGENCY");
        addFund(Ids.next(), "440000-02", "BUDGET");
        post(
                EntryKind.PRINCIPAL,
                fund,
                new Posting.Lines().money(AccountKind.INVESTMENT, AccountKind.PRINCIPAL, Money.ofYuan(1_000_000_000)));
        var income = lot("RETURN", "二季度收益");
        post(EntryKind.RETURN, income, in(income, AccountKind.RETURN_INCOME, 5_000));
        var last = income;
        for (int i = 0; i < GIFTS; i++) {
            var gift = lot("GIFT", "捐赠 " + i);
            last = gift;
            jdbc.sql("""
                            insert into fund.gift (id, fund_id, number, code_now, receipt, donor, name, name_public, amount, wish,
                                                   received_on, query_sealed)
                            values (:id, :fund, :number, 440000000000, :number, 'PERSON', '陈丽华', false, 100, '帮助老兵',
                                    '2021-06-23', 'x')""")
                    .param("id", gift)
                    .param("fund", fund)
                    .param("number", "JZ" + i)
                    .update();
            post(EntryKind.GIFT, gift, in(gift, AccountKind.GIFT_INCOME, 1));
        }
        spend(last);
    }

    /** A yuan of a gift promised, sent to the bank and paid; and the year closed. */
    private void spend(UUID gift) {
        var yuan = List.of(new Share(gift, Money.ofYuan(1)));
        var grant = Ids.next();
        insert(GRANT, grant, grant);
        post(EntryKind.COMMIT, grant, new Posting.Lines().use(AccountKind.AVAILABLE, AccountKind.COMMITTED, yuan));
        var batch = Ids.next();
        insert(BATCH, batch, batch);
        var release = new Posting.Lines()
                .money(AccountKind.AID_COST, AccountKind.OWED, Money.ofYuan(1))
                .use(AccountKind.COMMITTED, AccountKind.IN_PAYMENT, yuan);
        post(EntryKind.RELEASE, batch, release);
        var payment = Ids.next();
        jdbc.sql(PAYMENT)
                .param("id", payment)
                .param("fund", fund)
                .param("batch", batch)
                .param("grant", grant)
                .param("lots", new UUID[] {gift})
                .update();
        var paid = new Posting.Lines()
                .money(AccountKind.OWED, AccountKind.BANK, Money.ofYuan(1))
                .use(AccountKind.IN_PAYMENT, AccountKind.SPENT, yuan);
        post(EntryKind.PAID, payment, paid);
        var closing = Ids.next();
        jdbc.sql(CLOSING)
                .param("id", closing)
                .param("fund", fund)
                .param("at", java.time.OffsetDateTime.now(clock))
                .update();
        var carried = new Posting.Lines()
                .money(AccountKind.RETURN_INCOME, AccountKind.NET_ASSETS, Money.ofYuan(5_000))
                .money(AccountKind.GIFT_INCOME, AccountKind.NET_ASSETS, Money.ofYuan(GIFTS))
                .money(AccountKind.NET_ASSETS, AccountKind.AID_COST, Money.ofYuan(1));
        post(EntryKind.YEAR_END, closing, carried);
        jdbc.sql("select fund.close_book(:fund, 2021)")
                .param("fund", fund)
                .query((row, n) -> true)
                .single();
    }

    private void insert(String sql, UUID id, UUID other) {
        jdbc.sql(sql).param("id", id).param("fund", fund).param("other", other).update();
    }

    private static Posting.Lines in(UUID lot, AccountKind income, long yuan) {
        return new Posting.Lines()
                .money(AccountKind.BANK, income, Money.ofYuan(yuan))
                .use(AccountKind.RECEIVED, AccountKind.AVAILABLE, List.of(new Share(lot, Money.ofYuan(yuan))));
    }

    private void addFund(UUID id, String number, String kind) {
        jdbc.sql("""
                        insert into fund.fund (id, number, name, kind, unit_id, document, opened_on)
                        values (:id, :number, :number, :kind, :id, '设立文件', '2021-01-01')""")
                .param("id", id)
                .param("number", number)
                .param("kind", kind)
                .update();
        for (var account : AccountKind.values()) {
            jdbc.sql("insert into fund.account (fund_id, kind, side) values (:fund, :kind, :side)")
                    .param("fund", id)
                    .param("kind", account.name())
                    .param("side", account.sign())
                    .update();
        }
    }

    private UUID lot(String source, String title) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into fund.lot (id, fund_id, source, title, received_on)
                        values (:id, :fund, :source, :title, '2021-06-23')""")
                .param("id", id)
                .param("fund", fund)
                .param("source", source)
                .param("title", title)
                .update();
        return id;
    }

    private void post(EntryKind kind, UUID subject, Posting.Lines lines) {
        var posting = new Posting(
                fund, kind, kind + ":" + subject, LocalDate.of(2021, 6, 23), subject, null, kind.zh(), lines.list());
        assertThat(ledger.post(keeper(), posting)).isInstanceOf(Posted.Entered.class);
    }

    private static Actor.Office keeper() {
        var code = new DivisionCode(440000000000L);
        return new Actor.Office(
                new UUID(0, 1),
                "王会计",
                new UUID(0, 2),
                new UUID(0, 3),
                "省厅",
                code,
                Role.OFFICER,
                Level.PROVINCE,
                Scope.NOTHING);
    }
}
