package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.care.relief.rule.Earlier;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.CaseService.Taken;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.approval.apply.Answers;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("核定的当口有退回、解除、冲回的：照新的数重新核定；冲回了的又算在他手里；给了服务的算得过")
class MovedMeanwhileTest extends RecoveryOffice {

    @Autowired
    private Deciding deciding;

    @Autowired
    private Aids aids;

    @Autowired
    private Assessment assessment;

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
    @DisplayName("打开办件以后又到账三百：照旧的数核定不了；重新核定，另留出的连它在内，账对得上")
    void whatCameBackMeanwhileIsCounted() throws SQLException {
        var before = findings();
        var fund = richFund(10_000);
        var id = first.given(aid.person("当口甲"), fund, 800);
        first.papers(id);
        aid.reviewed(id);
        var seen = read(id, aids);
        back(grantsOf(id).getFirst(), 800, 300);
        assertThat(take(id, seen, Verdict.AGREE, fund)).isInstanceOfSatisfying(Wrong.class, wrong -> {
            assertThat(wrong.field()).isEqualTo("amount");
            assertThat(wrong.why()).contains("重新核定");
        });
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(amounts(id)).containsExactly("PAID 80000", "WAITING 250000");
        assertThat(findings()).isEqualTo(before);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("全退了、复核以后不同意的：当口退回又冲回了，不能照旧的数不同意；后来才冲回的，又算在他手里")
    void whatWasNotBackAfterAllStandsAgain() throws SQLException {
        var before = findings();
        var fund = richFund(10_000);
        var id = first.given(aid.person("当口乙"), fund, 800);
        first.papers(id);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "800", "只缺这些", fund.toString()));
        var recovery = back(grantsOf(id).getFirst(), 800, 800);
        aid.overturned(id);
        var seen = read(id, aids);
        takenBack(recovery);
        assertThat(take(id, seen, Verdict.AGAINST, fund))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.field()).isEqualTo("amount"));
        repaid(recovery, 800);
        aid.done(
                aid.county,
                id,
                task -> new AnswerTask.Command(CommandId.fresh(aid.county), task, Verdict.AGAINST, "本人放弃", null));
        assertThat(aid.read(id).result()).isEqualTo(Result.REFUSED);
        takenBack(recovery);
        assertThat(take(id, read(id, aids), Verdict.AGAINST, fund))
                .as("他手里又有八百")
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.field()).isEqualTo("verdict"));
        assertThat(findings()).isEqualTo(before);
        assertThat(recount.run()).isEmpty();
    }

    @Test
    @DisplayName("给钱又给服务、钱解除了的：服务给了，还是得过")
    void servicesStandWhenTheMoneyIsFreed() {
        var fund = richFund(10_000);
        var person = aid.person("当口丙");
        var id = aid.asked(person);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> decide(task, fund));
        var freed =
                new CancelGrant.Command(CommandId.fresh(cashier), grantsOf(id).getFirst(), "本人不要钱了");
        assertThat(perform(cashier, CancelGrant.class, freed)).isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        var earlier = transactions.write(aid.county, () -> assessment.hardshipOf(person, aid.county));
        assertThat(earlier).extracting(Earlier::state).containsExactly(Earlier.State.GRANTED);
        assertThat(earlier).extracting(Earlier::grantedFen).containsExactly(0L);
    }

    private AnswerTask.Command decide(UUID task, UUID fund) {
        var fields = Map.of(
                "modes", List.of("MONEY", "SERVICE"),
                "amount", List.of("3000"),
                "what", List.of("每周上门照护一次"),
                "payer", List.of(fund.toString()));
        return new AnswerTask.Command(
                CommandId.fresh(aid.county), task, Verdict.AGREE, "", null, new AnswerTask.Given(fields, null, ""));
    }

    private Aids.Kept read(UUID id, Aids from) {
        return transactions.read(aid.county, () -> from.find(id)).orElseThrow();
    }

    /** As the step would, with what was read before. */
    private Taken take(UUID id, Aids.Kept seen, Verdict verdict, UUID fund) {
        var fields = Map.of("modes", List.of("MONEY"), "amount", List.of("3000"), "payer", List.of(fund.toString()));
        var file = aid.read(id);
        return transactions.write(
                aid.county, () -> deciding.take(file, seen, verdict, new Answers(fields), aid.county));
    }

    private UUID back(UUID grant, long owed, long yuan) {
        var recovery = ordered(grant, owed);
        repaid(recovery, yuan);
        return recovery;
    }

    private void repaid(UUID recovery, long yuan) {
        assertThat(repay(recovery, yuan, today, "回单")).isInstanceOf(RecordRepayment.Outcome.Recorded.class);
    }

    private void takenBack(UUID recovery) {
        var last = transactions.read(officer, () -> repayments.of(recovery)).stream()
                .filter(one -> one.counts())
                .findFirst()
                .orElseThrow();
        assertThat(takeBack(cashier, recovery, last.id(), "看错了回单"))
                .isInstanceOf(TakeBackRepayment.Outcome.TakenBack.class);
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
