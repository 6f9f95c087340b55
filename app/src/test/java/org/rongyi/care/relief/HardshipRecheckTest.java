package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.relief.rule.Barred;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.audit.AuditTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("嫌金额少的也能申请复核：撤销以后重新核定，只能多给，多出的另外留出")
class HardshipRecheckTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    private List<UUID> givenBy(HardshipCases aid, LocalDate asOf) {
        var found = new ArrayList<UUID>();
        var filter = new AidList.Filter(null, AidState.GRANTED, "HARDSHIP", "", null, null, null, asOf);
        transactions.read(aid.county, () -> {
            program.getBean(AidList.class).each(aid.county.scope(), filter, one -> found.add(one.id()));
            return true;
        });
        return found;
    }

    @Test
    @DisplayName("重新处理期间原来的援助还在；少于原来的、改为不同意的都不行；多出的另有一笔，只算一人次")
    void whatWasGivenStaysAndTheRestComesOnTop() {
        var aid = new HardshipCases(program);
        var fund = new HardshipFunds(program).budget(10_000);
        var id = aid.asked(aid.person("复核甲"));
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "2000", "先按两千", fund.toString()));
        aid.overturned(id);
        assertThat(givenBy(aid, aid.today)).as("截至今天入账的").contains(id);
        assertThat(givenBy(aid, aid.today.minusDays(1))).as("今天才入账，截至昨天没有").doesNotContain(id);
        assertThat(aid.read(id).result()).isNull();
        assertThat(transactions.read(
                        aid.county,
                        () -> program.getBean(AidList.class)
                                .counts(
                                        aid.village.scope(),
                                        new AidList.Filter(null, AidState.GRANTED, "HARDSHIP", "", null, null))))
                .as("已经给了的，重新处理期间也算给了的")
                .containsKey(AidState.GRANTED);
        var task = aid.open(id).id();
        assertThat(aid.<TaskOutcome>perform(aid.county, aid.decide(task, "1500", "少些", fund.toString())))
                .isInstanceOf(TaskOutcome.Missing.class)
                .asString()
                .contains("2,000");
        assertThat(aid.<TaskOutcome>perform(
                        aid.county,
                        new AnswerTask.Command(CommandId.fresh(aid.county), task, Verdict.AGAINST, "不给了", null)))
                .isInstanceOf(TaskOutcome.Missing.class);
        long counted = facts(id);
        aid.done(aid.county, id, again -> aid.decide(again, "3000", "", fund.toString()));
        assertThat(aid.read(id).result()).isEqualTo(Result.AGREED);
        assertThat(everything
                        .sql("select amount from fund.grant_made where case_id = :id order by granted_at, id")
                        .param("id", id)
                        .query(Long.class)
                        .list())
                .containsExactly(200_000L, 100_000L);
        assertThat(facts(id)).isEqualTo(counted);
        var basis = transactions
                .read(aid.county, () -> program.getBean(Aids.class).basis(id))
                .orElseThrow();
        assertThat(basis.again()).isEqualTo(basis.evaluation());
        assertThat(basis.before()).isNotNull();
    }

    @Test
    @DisplayName("重新处理时已经有不予援助的情形：原来的照样定得下来，多给的不行")
    void whatWasGivenStandsAgainstANewHindrance() {
        var aid = new HardshipCases(program);
        var fund = new HardshipFunds(program).budget(10_000);
        var person = aid.person("复核乙");
        var id = aid.asked(person);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "2000", "先按两千", fund.toString()));
        aid.overturned(id);
        var barred = new Barred("DISHONEST", aid.today.minusYears(1), "失信被执行人决定书", "四会市人民法院");
        assertThat(aid.<RecordBar.Outcome>perform(
                        aid.town, new RecordBar.Command(CommandId.fresh(aid.town), person, barred)))
                .isEqualTo(new RecordBar.Outcome.Recorded(person));
        var task = aid.open(id).id();
        assertThat(aid.<TaskOutcome>perform(aid.county, aid.decide(task, "2500", "多给", fund.toString())))
                .isInstanceOf(TaskOutcome.Missing.class)
                .asString()
                .contains("不能同意：不予援助的情形");
        aid.done(aid.county, id, again -> aid.decide(again, "2000", "照原来的", fund.toString()));
        assertThat(aid.read(id).result()).isEqualTo(Result.AGREED);
    }

    @Test
    @DisplayName("记账以前给的，现在复核多给：没有经过账的一份不要承诺，账与办件对得上")
    void whatWasPaidBeforeTheBooksNeedsNoPromise() throws SQLException {
        var aid = new HardshipCases(program);
        var fund = new HardshipFunds(program).budget(10_000);
        var id = aid.asked(aid.person("复核丙"));
        aid.reviewed(id);
        aid.done(aid.county, id, task -> services(aid, task));
        paidBeforeTheBooks(aid, id, 200_000);
        assertThat(findings(id)).as("记账以前给的，没有复核").isEmpty();
        aid.overturned(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "漏算两张发票", fund.toString()));
        assertThat(everything
                        .sql("select amount from fund.grant_made where case_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .list())
                .containsExactly(100_000L);
        assertThat(findings(id)).as("复核多给了一千").isEmpty();
        assertThat(everything
                        .sql("select before_books_fen from relief.aid where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(200_000);
    }

    private static AnswerTask.Command services(HardshipCases aid, UUID task) {
        var fields = Map.of(
                "modes", List.of("SERVICE"),
                "amount", List.of(""),
                "payer", List.of("COUNTY"),
                "what", List.of("上门护理"),
                "deviation", List.of("先给服务"));
        return new AnswerTask.Command(
                CommandId.fresh(aid.county), task, Verdict.AGREE, "", null, new AnswerTask.Given(fields, null, ""));
    }

    /** As it was decided when money left without books: no act writes this any more. */
    private void paidBeforeTheBooks(HardshipCases aid, UUID id, long fen) {
        transactions.write(aid.county, () -> {
            var aids = program.getBean(Aids.class);
            var basis = aids.basis(id).orElseThrow();
            var grant = new Grant(Set.of(Mode.MONEY), fen, 0, "COUNTY", "", "");
            var kept = new Basis(basis.facts(), basis.terms(), basis.evaluation(), grant);
            program.getBean(AidDecisions.class).decide(id, aid.today, kept);
            program.getBean(AuditTrail.class).record(aid.county, new AuditTrail.Entry("AnswerTask", id, "Done", true));
            return true;
        });
    }

    /** What the check of the books says of this case. */
    private List<String> findings(UUID id) throws SQLException {
        var number = new HardshipCases(program).read(id).number();
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL)
                    .check().first().stream()
                            .filter(one -> one.contains(number))
                            .toList();
        }
    }

    private long facts(UUID id) {
        return everything
                .sql("select coalesce(sum(f.value), 0) from figures.fact f where f.subject = :id and f.kind = 20")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
