package org.rongyi.care.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.TestServices;
import org.rongyi.platform.audit.AnchorCheck;
import org.rongyi.platform.audit.AnchorLoad;
import org.rongyi.platform.database.SideDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("看守以前就有的账：升级时照原样登记；升级加了列、改了行，重新登记；以前、以后谁改了都查得出")
class AnchoredLaterTest {

    /** The last one before rows were watched. */
    private static final String BEFORE = "202612140102";

    private static final String MIGRATION = "209901010001";

    private static final String FUND = """
            insert into fund.fund (id, number, name, kind, unit_id, document, opened_on)
            values (gen_random_uuid(), '440000-01', '预算', 'BUDGET', gen_random_uuid(), '设立文件', '2021-01-01')
            """;

    private static final List<AnchorCheck.Anew> ANEW = Stream.concat(
                    Stream.concat(
                            WatchedTables.ANEW.stream(),
                            TestServices.ALL.stream().flatMap(one -> one.anew().stream())),
                    Stream.of(new AnchorCheck.Anew(MIGRATION, Set.of("fund.fund"))))
            .toList();

    @Autowired
    private ApplicationContext program;

    /** Two funds from before, upgraded; each scene has a copy. */
    private SideDatabase funds;

    @Test
    @DisplayName("升级以后：账目完好，留痕写明是照原样；改一处、添一行、删一行都查得出")
    void whatWasThereIsAnchoredAsItStood() throws SQLException {
        try (var database = SideDatabase.migrated(program, "anchored_later", BEFORE, "kernel", "audit", "fund")) {
            try (var owner = database.superuser()) {
                execute(owner, FUND);
            }
            database.migrate("latest", "kernel", "audit", "fund");
            try (var owner = database.superuser()) {
                assertThat(findings(owner)).isEmpty();
                assertThat(
                                execute(
                                        owner,
                                        "update audit.fresh set act = act where act = 'AnchorRows' and outcome = 'AsTheyStood'"))
                        .isOne();
                owner.setAutoCommit(false);
                execute(owner, "set local session_replication_role = replica");
                execute(owner, "update fund.fund set platform = 'https://example.org'");
                assertThat(findings(owner)).containsExactly("资金 440000-01：与办理时不符，被改动过");
                execute(owner, "delete from fund.fund");
                assertThat(findings(owner)).hasSize(1).allMatch(one -> one.endsWith("：被删去了，没有经过办理"));
                execute(owner, FUND);
                assertThat(findings(owner)).contains("资金 440000-01：留痕里没有，不是经办理进来的");
                owner.rollback();
            }
        }
    }

    /** A migration as it may come: another column with something in it, and rows said in other words. */
    private static final List<String> CONSTRUCTED = List.of(
            "alter table fund.fund no force row level security",
            "alter table fund.fund add column seat text",
            "update fund.fund set seat = '银行专户' where number like '%1'",
            "update fund.fund set document = document || '（原件）'",
            "alter table fund.fund force row level security",
            "select audit.anchor_anew('" + MIGRATION + "', 'fund.fund', audit.columns_but('fund.fund'))");

    private static final String SECOND = FUND.replace("-01", "-02").replace("'预算'", "'预算二'");

    private static final String FORGED = """
            update audit.anchor set digest = (select audit.row_digest(to_jsonb(f), array_to_string(audit.columns_but('fund.fund'), ','))
                                              from fund.fund f where f.number = '440000-01')
            where key = (select f.id::text from fund.fund f where f.number = '440000-01')
            """;

    @Test
    @DisplayName("升级加列、改行：没有人动过的，账目完好，说得出哪张表几行、什么时候、哪一次迁移；以后改一处，查得出")
    void whatAMigrationChangedIsAnchoredAnew() throws SQLException {
        withTwoFunds((database, thief) -> {
            migrate(database);
            assertThat(findings(thief)).isEmpty();
            assertThat(told(thief))
                    .singleElement()
                    .asString()
                    .matches("资金 2 行，迁移 " + MIGRATION + "，\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
            around(thief, "update fund.fund set seat = '别处' where number = '440000-01'");
            assertThat(findings(thief)).containsExactly("资金 440000-01：与办理时不符，被改动过");
        });
    }

    @Test
    @DisplayName("升级以前改过的：升级把整行重新登记了，照样查得出，说在哪一次以前")
    void whatWasEditedBeforeIsStillFound() throws SQLException {
        withTwoFunds((database, thief) -> {
            around(thief, "update fund.fund set platform = 'https://example.org' where number = '440000-01'");
            migrate(database);
            assertThat(findings(thief)).singleElement().asString().contains("的改动以前，已与前一次办理时不符，被改动过");
        });
    }

    @Test
    @DisplayName("升级以前连行摘要一起改、升级以后再改回来：照样查得出")
    void aForgedDigestPutBackIsStillFound() throws SQLException {
        withTwoFunds((database, thief) -> {
            around(thief, "create table public.kept as select seq, digest from audit.anchor");
            around(thief, "update fund.fund set platform = 'https://example.org' where number = '440000-01'");
            around(thief, FORGED);
            migrate(database);
            around(thief, "update audit.anchor a set digest = k.digest from public.kept k where k.seq = a.seq");
            assertThat(findings(thief)).singleElement().asString().contains("的改动以前，已与前一次办理时不符，被改动过");
        });
    }

    @Test
    @DisplayName("冒充升级：不是本程序的迁移、动了别的表、同一次迁移再来一次，都查得出")
    void whoPretendsToBeAMigrationIsFound() throws SQLException {
        withTwoFunds((database, thief) -> {
            migrate(database);
            asOwner(
                    database,
                    List.of(
                            "alter table fund.fund no force row level security",
                            "update fund.fund set platform = 'https://example.org'",
                            "select audit.anchor_anew('" + MIGRATION + "', 'fund.fund')"));
            assertThat(findings(thief)).singleElement().asString().contains("同一次迁移重新登记了不止一次");
        });
        withTwoFunds((database, thief) -> {
            asOwner(database, List.of("select audit.anchor_anew('209901010002', 'fund.fund')"));
            assertThat(findings(thief)).singleElement().asString().contains("重新登记的不是本程序的迁移");
        });
        withTwoFunds((database, thief) -> {
            asOwner(
                    database,
                    List.of(
                            "alter table fund.account no force row level security",
                            "insert into fund.account (fund_id, kind, side) select id, 'BANK', 1 from fund.fund",
                            "select audit.anchor_anew('" + MIGRATION + "', 'fund.fund')"));
            assertThat(findings(thief)).anyMatch(one -> one.contains("科目 ") && one.contains("重新登记的不是本程序的迁移"));
        });
    }

    @Test
    @DisplayName("已经看守的表，迁移忘了说是哪一次，升级不成")
    void aMigrationThatSaysNothingFails() throws SQLException {
        withTwoFunds((database, thief) -> assertThatThrownBy(() ->
                        asOwner(database, List.of("select audit.watch('fund.fund', audit.columns_but('fund.fund'))")))
                .hasMessageContaining("anchor_anew"));
    }

    @Test
    @DisplayName("记账以前给的援助，升级以前已经复核多给：升级后账与办件对得上，少一分都查得出")
    void reviewedBeforeTheUpgrade() throws SQLException, IOException {
        try (var database = SideDatabase.migrated(program, "anchored_aid", "202612160603", SideDatabase.rooms())) {
            try (var owner = database.superuser()) {
                around(owner, AID.formatted("记账以前", 300, "COUNTY", 1));
                around(owner, AID.formatted("复核多给", 500, "00000000-0000-0000-0000-000000000009", 2));
                around(owner, GRANT.formatted("复核多给", 200, 1));
                try (var sums = owner.createStatement()) {
                    sums.execute(AnchorLoad.SUMS.getFirst());
                }
            }
            database.migrate("latest", SideDatabase.rooms());
            try (var owner = database.superuser()) {
                assertThat(ofCases(owner)).isEmpty();
                assertThat(findings(owner)).noneMatch(one -> one.startsWith("困难帮扶援助"));
                assertThat(new LedgerCheck(owner, TestServices.ALL).check().anew())
                        .satisfiesExactly(
                                one -> assertThat(one).startsWith("困难帮扶援助 1 行，迁移 202612170021，"),
                                one -> assertThat(one).startsWith("困难帮扶援助 2 行，迁移 202612190403，"));
                around(owner, "update fund.grant_made set amount = amount - 1");
                assertThat(ofCases(owner)).containsExactly("办件 2：核定的金额与承诺不符");
            }
        }
    }

    private static final String AID = """
            with one as (
                insert into approval.case_file (id, number, service, subject, person_id, person_name, code_then, code_now, route,
                                                applied_on, applied_at, filed_account, filed_by, state, result, step, received_on,
                                                decide_days)
                values (gen_random_uuid(), '%4$s', 'HARDSHIP', '突发事件', gen_random_uuid(), '%1$s', 440000000000, 440000000000,
                        '{}', '2021-06-01', '2021-06-01 08:00+08', gen_random_uuid(), '%1$s', 'DECIDED', 'AGREED', 0, '2021-06-01',
                        10)
                returning id, person_id)
            insert into relief.aid (id, person_id, person_name, code_then, code_now, applied_on, standing, situation, occurred_on,
                                    wished, materials, words_sealed, decided_on, granted_modes, granted_fen, payer)
            select o.id, o.person_id, '%1$s', 440000000000, 440000000000, '2021-06-01', 'VETERAN', 'ACCIDENT', '2021-05-20',
                   array['MONEY'], '{}', 'x', '2021-06-23', array['MONEY'], %2$s, '%3$s'
            from one o
            """;

    private static final String GRANT = """
            insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                         in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, payee, state, on_top)
            select gen_random_uuid(), '00000000-0000-0000-0000-000000000009', a.id, '案号', 'HARDSHIP', 'HARDSHIP', '帮扶',
                   a.person_id, a.person_name, false, %2$s, 440000000000, 440000000000, '2021-06-23', '2021-06-23 08:00+08',
                   gen_random_uuid(), a.person_name, 'WAITING', %3$s
            from relief.aid a where a.person_name = '%1$s'
            """;

    private static List<String> ofCases(Connection owner) throws SQLException {
        return new LedgerCheck(owner, TestServices.ALL, null, Integer.MAX_VALUE)
                .check().first().stream().filter(one -> one.startsWith("办件 ")).toList();
    }

    private interface Scene {
        void play(SideDatabase database, Connection thief) throws SQLException;
    }

    @BeforeAll
    void twoFunds() throws SQLException {
        funds = SideDatabase.migrated(program, "anchored_funds", BEFORE, "kernel", "audit", "fund");
        try (var owner = funds.superuser()) {
            execute(owner, FUND);
            execute(owner, SECOND);
        }
        funds.migrate("latest", "kernel", "audit", "fund");
    }

    @AfterAll
    void goneAgain() throws SQLException {
        funds.close();
    }

    private void withTwoFunds(Scene scene) throws SQLException {
        try (var database = funds.copy("anchored_anew");
                var thief = database.superuser()) {
            scene.play(database, thief);
        }
    }

    private static void migrate(SideDatabase database) throws SQLException {
        asOwner(database, CONSTRUCTED);
    }

    /** As Flyway runs a migration: by the owner, in one transaction. */
    private static void asOwner(SideDatabase database, List<String> statements) throws SQLException {
        try (var owner = database.as("rongyi_owner").getConnection()) {
            owner.setAutoCommit(false);
            for (var sql : statements) {
                try (var statement = owner.createStatement()) {
                    statement.execute(sql);
                }
            }
            owner.commit();
        }
    }

    /** Around the triggers. */
    private static void around(Connection thief, String sql) throws SQLException {
        execute(thief, "set session_replication_role = replica");
        execute(thief, sql);
        execute(thief, "set session_replication_role = origin");
    }

    private static int execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static List<String> findings(Connection owner) throws SQLException {
        var found = new ArrayList<String>();
        new AnchorCheck(owner, LedgerCheckTest.watched(), ANEW, found::add).check();
        return found;
    }

    private static List<String> told(Connection owner) throws SQLException {
        return new AnchorCheck(owner, LedgerCheckTest.watched(), ANEW, found -> {}).check();
    }
}
