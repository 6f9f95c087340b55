package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.removal.ConfirmRemoval;
import org.rongyi.platform.removal.ProposeRemoval;
import org.rongyi.platform.removal.Removal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("清除凭证里的话：账照旧校验得过，凭的是留痕里前后两个摘要；没有留痕的改动仍旧查得出")
class RemovedEntryTest extends FundOffice {

    private static final String TITLE = "桃李梅杏梨枣柿橘桃杏";

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private RecordIncome recordIncome;

    @Test
    @DisplayName("来源的名称和凭证的摘要换掉了，金额一分不动，校验没有多出一处")
    void theBooksStayWhole() throws SQLException {
        var fund = opened(provinceLeader, FundKind.EMERGENCY);
        var recorded = acts.perform(
                provinceOfficer,
                recordIncome,
                new RecordIncome.Command(
                        CommandId.fresh(provinceOfficer),
                        fund,
                        RecordIncome.Kind.RETURN,
                        TITLE,
                        "对账单清一号",
                        Money.ofYuan(100),
                        today,
                        Lot.Terms.FREE));
        assertThat(recorded).isInstanceOf(RecordIncome.Outcome.Recorded.class);
        var lot = everything
                .sql("select subject from fund.entry where fund_id = :fund")
                .param("fund", fund)
                .query(UUID.class)
                .single();
        assertThat(said(lot)).anyMatch(text -> text.contains(TITLE));
        long before = findings(null);

        var proposed = acts.perform(
                provinceLeader,
                program.getBean(ProposeRemoval.class),
                new ProposeRemoval.Command(
                        CommandId.fresh(provinceLeader),
                        "/funds/" + fund + "/lots/" + lot,
                        "怀密函〔2026〕3号",
                        today,
                        "怀集县国家保密局"));
        assertThat(proposed).isInstanceOf(ProposeRemoval.Outcome.Proposed.class);
        var security = TestCounty.office(program, "anquan");
        var removal = ((ProposeRemoval.Outcome.Proposed) proposed).subject();
        assertThat(acts.perform(
                        security,
                        program.getBean(ConfirmRemoval.class),
                        new ConfirmRemoval.Command(CommandId.fresh(security), removal)))
                .isInstanceOf(ConfirmRemoval.Outcome.Confirmed.class);

        assertThat(said(lot)).contains(Removal.MARK).noneMatch(text -> text.contains(TITLE));
        assertThat(findings(null)).isEqualTo(before);
        assertThat(findings("update fund.entry set words = '" + TITLE + "' where subject = '" + lot + "'"))
                .isGreaterThan(before);
        assertThat(findings("update fund.lot set title = '" + TITLE + "' where id = '" + lot + "'"))
                .isGreaterThan(before);
    }

    private List<String> said(UUID lot) {
        return everything
                .sql(
                        "select words from fund.entry where subject = :lot union all select title from fund.lot where id = :lot")
                .param("lot", lot)
                .query(String.class)
                .list();
    }

    /** How much the check finds, with an edit beside the program that is undone; none: as it is. */
    private long findings(@Nullable String edit) throws SQLException {
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (edit != null) {
                statement.execute("set local session_replication_role = replica");
                assertThat(statement.executeUpdate(edit)).isPositive();
            }
            long found = new LedgerCheck(connection, TestServices.ALL).check().count();
            connection.rollback();
            return found;
        }
    }
}
