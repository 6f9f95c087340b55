package org.rongyi.care.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.Posting.Share;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@RongyiTest
@Tag("slow")
@DisplayName("账目校验：任何一行改一处，都查得出来")
class LedgerCheckTest {

    private static final int GIFTS = 12;
    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    /** How each column is changed into something else; the tables' own guards are switched off, as their owner could. */
    private static final Map<String, String> EDITS = new TreeMap<>(Map.ofEntries(
            Map.entry("entry.id", "gen_random_uuid()"),
            Map.entry("entry.fund_id", "(select o.id from fund.fund o where o.id <> t.fund_id)"),
            Map.entry("entry.year", "t.year - 1"),
            Map.entry("entry.number", "t.number + 1000"),
            Map.entry("entry.kind", "case t.kind when 'GIFT' then 'RETURN' else 'GIFT' end"),
            Map.entry("entry.key", "t.key || 'x'"),
            Map.entry("entry.happened_on", "t.happened_on - 1"),
            Map.entry("entry.booked_on", "t.booked_on + 1"),
            Map.entry("entry.at", "t.at + interval '1 microsecond'"),
            Map.entry("entry.by_account", "gen_random_uuid()"),
            Map.entry("entry.by_name", "t.by_name || ' '"),
            Map.entry("entry.subject", "gen_random_uuid()"),
            Map.entry("entry.reverses", "case when t.reverses is null then t.id end"),
            Map.entry("entry.words", "t.words || '。'"),
            Map.entry("entry.evidence", "reverse(t.evidence)"),
            Map.entry("line.entry_id", "(select o.id from fund.entry o where o.id <> t.entry_id limit 1)"),
            Map.entry("line.line", "t.line + 10"),
            Map.entry("line.account_id", "t.account_id + 1"),
            Map.entry("line.lot_id", "case when t.lot_id is null then gen_random_uuid() end"),
            Map.entry("line.amount", "t.amount + 1"),
            Map.entry("account.balance", "t.balance + t.side"),
            Map.entry("lot.title", "t.title || 'x'"),
            Map.entry("lot.document", "coalesce(t.document || 'x', 'x')"),
            Map.entry("lot.purpose", "case when t.purpose is null then 'EDUCATION' end"),
            Map.entry("lot.place_then", "coalesce(t.place_then + 1, 0)"),
            Map.entry("lot.until", "coalesce(t.until + 1, '2021-12-31')"),
            Map.entry("lot.in_kind", "not t.in_kind"),
            Map.entry("lot.received_on", "t.received_on - 1"),
            Map.entry("lot.received", "t.received + 1"),
            Map.entry("lot.available", "t.available + 1"),
            Map.entry("lot.committed", "t.committed + 1"),
            Map.entry("lot.spent", "t.spent + 1"),
            Map.entry("book.last", "t.last + 1"),
            Map.entry("gift.receipt", "t.receipt || 'x'"),
            Map.entry("gift.name", "t.name || 'x'"),
            Map.entry("gift.name_public", "not t.name_public"),
            Map.entry("gift.amount", "t.amount + 1"),
            Map.entry("gift.wish", "t.wish || 'x'"),
            Map.entry("grant_made.case_id", "gen_random_uuid()"),
            Map.entry("grant_made.case_number", "t.case_number || 'x'"),
            Map.entry("grant_made.service", "t.service || 'x'"),
            Map.entry("grant_made.purpose", "'EDUCATION'"),
            Map.entry("grant_made.words", "t.words || 'x'"),
            Map.entry("grant_made.person_id", "gen_random_uuid()"),
            Map.entry("grant_made.person_name", "t.person_name || 'x'"),
            Map.entry("grant_made.in_kind", "not t.in_kind"),
            Map.entry("grant_made.amount", "t.amount + 1"),
            Map.entry("grant_made.code_then", "t.code_then + 1"),
            Map.entry("grant_made.granted_on", "t.granted_on - 1"),
            Map.entry("grant_made.granted_by", "gen_random_uuid()"),
            Map.entry("grant_made.state", "'WAITING'"),
            Map.entry("batch.number", "t.number || 'x'"),
            Map.entry("batch.count", "t.count + 1"),
            Map.entry("batch.amount", "t.amount + 1"),
            Map.entry("batch.made_by", "gen_random_uuid()"),
            Map.entry("batch.approved_by", "gen_random_uuid()"),
            Map.entry("batch.released_by", "gen_random_uuid()"),
            Map.entry("batch.released_at", "t.released_at - interval '1 day'"),
            Map.entry("batch.file_digest", "t.file_digest || 'x'"),
            Map.entry("payment.reference", "t.reference || 'x'"),
            Map.entry("payment.grant_id", "gen_random_uuid()"),
            Map.entry("payment.batch_id", "gen_random_uuid()"),
            Map.entry("payment.lots", "array[gen_random_uuid()]"),
            Map.entry("payment.shares", "array[t.shares[1] + 1]"),
            Map.entry("payment.payee", "t.payee || 'x'"),
            Map.entry("payment.bank", "t.bank || 'x'"),
            Map.entry("payment.planned_at", "t.planned_at - interval '1 day'"),
            Map.entry("closing.year", "t.year - 1"),
            Map.entry("closing.proposed_by", "gen_random_uuid()"),
            Map.entry("closing.decided_name", "t.decided_name || 'x'"),
            Map.entry("closing.decided_at", "t.decided_at - interval '1 day'"),
            Map.entry("book.closed", "not t.closed"),
            Map.entry("fund.trustee", "coalesce(t.trustee || 'x', 'x')"),
            Map.entry("fund.document", "t.document || 'x'")));

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
            "delete from audit.fresh where act = 'PostEntry' and subject = (select id from fund.entry where number = 5)",
            "update audit.fresh set after = replace(after, 'a', 'b') where act = 'PostEntry'"
                    + " and subject = (select id from fund.entry where number = 6)");

    private static final String GRANT = """
            insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                         in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state)
            values (:id, :fund, :other, '案号', 'HARDSHIP', 'HARDSHIP', '帮扶', :other, '林国强', false, 100, 440000000000,
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

    private SideDatabase database;
    private SingleConnectionDataSource app;
    private Connection thief;
    private Ledger ledger;
    private JdbcClient jdbc;
    private final UUID fund = Ids.next();

    @BeforeEach
    void aSmallLedger() throws SQLException {
        database = SideDatabase.create(program, "ledger_check");
        database.migrate("latest", "kernel", "audit", "fund");
        app = new SingleConnectionDataSource(database.as("rongyi_app").getConnection(), true);
        jdbc = JdbcClient.create(app);
        jdbc.sql("select set_config('rongyi.ranges', '{[0,999999999999]}', false)")
                .query()
                .singleRow();
        ledger = new Ledger(jdbc, SideAudit.on(jdbc, clock), clock);
        fill();
        thief = database.superuser();
        thief.setAutoCommit(false);
    }

    @AfterEach
    void goneAgain() throws SQLException {
        thief.close();
        app.destroy();
        database.close();
    }

    @Test
    @DisplayName("没有人动过的账：完好")
    void anHonestLedgerIsWhole() throws SQLException {
        var report = new LedgerCheck(thief).check();
        assertThat(report.first()).isEmpty();
        assertThat(report.entries()).isEqualTo(GIFTS + 6);
    }

    @Test
    @DisplayName("凭证、分录、余额、来源、捐赠、资金，改任何一处都查得出，并说出在哪里")
    void everyEditIsFound() throws SQLException {
        var missed = new ArrayList<String>();
        var random = new Random(7);
        for (var edit : EDITS.entrySet()) {
            var place = edit.getKey().split("\\.");
            for (int turn = 0; turn < (FULL ? 25 : 1); turn++) {
                var sql = "update fund.%s t set %s = %s where t.ctid = (select ctid from fund.%s %s offset %d limit 1)"
                        .formatted(
                                place[0],
                                place[1],
                                edit.getValue(),
                                place[0],
                                which(place[0]),
                                isAlone(place[0]) ? 0 : random.nextInt(2));
                if (!isFound(sql)) {
                    missed.add(sql);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @DisplayName("删去、插入一张凭证、一行分录，拿掉留痕：查得出")
    void removalsAndInsertionsAreFound() throws SQLException {
        var missed = new ArrayList<String>();
        for (var sql : REMOVALS) {
            if (!isFound(sql)) {
                missed.add(sql);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static String which(String table) {
        return switch (table) {
            case "fund" -> "where kind = 'EMERGENCY'"; // the one whose row an entry rests on
            case "account" -> "where kind in ('BANK', 'AVAILABLE') and balance <> 0";
            default -> "";
        };
    }

    private static boolean isAlone(String table) {
        return !List.of("entry", "line", "account", "lot", "gift").contains(table);
    }

    private boolean isFound(String sql) throws SQLException {
        try (Statement statement = thief.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            for (var check : List.of(
                    "lot drop constraint lot_is_whole",
                    "account drop constraint account_never_below_zero",
                    "line drop constraint line_pkey")) {
                statement.execute("alter table fund." + check);
            }
            int changed = statement.executeUpdate(sql);
            return changed > 0 && new LedgerCheck(thief).check().count() > 0;
        } finally {
            thief.rollback();
        }
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
