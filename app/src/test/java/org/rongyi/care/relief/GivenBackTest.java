package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.RecoveryOffice;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.database.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("再核定时只算还在他手里的：退回来的、解除了的不再要求给一遍，也不白占金额")
class GivenBackTest extends RecoveryOffice {

    @Autowired
    private Recount recount;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private HardshipCases aid;
    private FirstAid first;

    @BeforeEach
    void desks() {
        aid = new HardshipCases(program);
        first = new FirstAid(program, aid);
    }

    @Test
    @DisplayName("先行帮扶全部追回到账以后：可以核定得比它少，核定多少就另留出多少")
    void firstAidThatCameBackIsNotAskedForAgain() throws SQLException {
        var before = findings();
        var fund = richFund(10_000);
        var id = first.given(aid.person("退回甲"), fund, 800);
        back(grantsOf(id).getFirst(), 800, 800);
        first.papers(id);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "500", "只缺这些", fund.toString()));
        assertThat(amounts(id)).containsExactly("WAITING 50000", "PAID 80000");
        assertThat(findings()).isEqualTo(before);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("先行帮扶八百、追回到账三百：不能少于还在他手里的五百，核定三千就另留出两千五")
    void whatIsLeftOfFirstAidIsPartOfTheDecision() throws SQLException {
        var before = findings();
        var fund = richFund(10_000);
        var id = first.given(aid.person("退回乙"), fund, 800);
        back(grantsOf(id).getFirst(), 300, 300);
        first.papers(id);
        aid.reviewed(id);
        var task = aid.open(id).id();
        assertThat(aid.<TaskOutcome>perform(aid.county, aid.decide(task, "499", "只给这么多", fund.toString())))
                .isInstanceOf(TaskOutcome.Missing.class)
                .asString()
                .contains("500.00");
        aid.done(aid.county, id, again -> aid.decide(again, "3000", "", fund.toString()));
        assertThat(amounts(id)).containsExactly("PAID 80000", "WAITING 250000");
        assertThat(findings()).isEqualTo(before);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("承诺解除以后又经复核重新处理：可以不同意，可以少给，同意的照新的留出")
    void freedGrantsAreDecidedAnew() throws SQLException {
        var before = findings();
        var fund = richFund(10_000);
        var id = decidedAndFreed("退回丙", fund);
        aid.overturned(id);
        aid.done(aid.county, id, task -> aid.decide(task, "2000", "重新核了", fund.toString()));
        assertThat(amounts(id)).containsExactly("WAITING 200000", "CANCELLED 300000");
        assertThat(counted(id)).isEqualTo(1);
        assertThat(findings()).isEqualTo(before);
        assertThat(recount.run()).isEmpty();

        var other = decidedAndFreed("退回丁", fund);
        aid.overturned(other);
        aid.done(
                aid.county,
                other,
                task -> new AnswerTask.Command(CommandId.fresh(aid.county), task, Verdict.AGAINST, "本人放弃", null));
        assertThat(aid.read(other).result()).isEqualTo(Result.REFUSED);
        assertThat(findings()).isEqualTo(before);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("办件记的退回与账上的不一样：校验说出是哪一件")
    void whatTheCaseSaysCameBackIsHeldAgainstTheBooks() throws SQLException {
        var id = first.given(aid.person("退回戊"), richFund(10_000), 800);
        back(grantsOf(id).getFirst(), 300, 300);
        var said = "办件 " + aid.read(id).number() + "：解除和退回的与账上不符";
        assertThat(findings()).doesNotContain(said);
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.executeUpdate("update relief.aid set back_fen = back_fen - 100 where id = '" + id + "'");
            assertThat(new LedgerCheck(connection, TestServices.ALL).check().first())
                    .contains(said);
            connection.rollback();
        }
    }

    private UUID decidedAndFreed(String name, UUID fund) {
        var id = aid.asked(aid.person(name));
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        var command =
                new CancelGrant.Command(CommandId.fresh(cashier), grantsOf(id).getFirst(), "本人不要了");
        assertThat(perform(cashier, CancelGrant.class, command)).isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        return id;
    }

    private void back(UUID grant, long owed, long yuan) {
        var recovery = ordered(grant, owed);
        assertThat(repay(recovery, yuan, today, "回单")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
    }

    private long counted(UUID id) {
        return everything
                .sql("select coalesce(sum(f.value), 0) from figures.fact f where f.subject = :id and f.kind = 20")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private List<UUID> grantsOf(UUID id) {
        return everything
                .sql("select id from fund.grant_made where case_id = :id order by granted_at, id")
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    private List<String> amounts(UUID id) {
        return everything
                .sql("select state || ' ' || amount from fund.grant_made where case_id = :id order by amount")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
