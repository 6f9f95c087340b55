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
            Map.entry("fund.trustee", "coalesce(t.trustee || 'x', 'x')"),
            Map.entry("fund.document", "t.document || 'x'")));

    private static final List<String> REMOVALS = List.of(
            "delete from fund.line where entry_id = (select id from fund.entry order by id limit 1)",
            "delete from fund.entry where number = 3",
            "with gone as (delete from fund.entry where number = 13 returning id)"
                    + " delete from fund.line where entry_id in (select id from gone)",
            "delete from fund.gift where id = (select min(id::text)::uuid from fund.gift)",
            "delete from fund.lot where source = 'RETURN'",
            "insert into fund.entry select gen_random_uuid(), fund_id, year, 99, kind, key || 'x', happened_on, booked_on, at,"
                    + " by_account, by_name, subject, null, words, evidence from fund.entry where number = 2",
            "insert into fund.line select entry_id, 90, account_id, null, 5 from fund.line where line = 1 and lot_id is null",
            "delete from audit.fresh where act = 'PostEntry' and subject = (select id from fund.entry where number = 5)",
            "update audit.fresh set after = replace(after, 'a', 'b') where act = 'PostEntry'"
                    + " and subject = (select id from fund.entry where number = 6)");

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
        assertThat(report.entries()).isEqualTo(GIFTS + 2);
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
        return table.equals("fund") || table.equals("book");
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
        for (int i = 0; i < GIFTS; i++) {
            var gift = lot("GIFT", "捐赠 " + i);
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
