package org.rongyi.care.relief.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("应急救助只用基金的收益：本金十亿一分不动，收益不够就拨不了，不多拨一分")
class EmergencyFundTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Commitments commitments;

    @Autowired
    private ReturnOfFund fund;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private EmergencyCases aid;

    @Autowired
    private AuditTrail audit;

    private Money drained = Money.ZERO;

    @BeforeEach
    void desks() {
        aid = new EmergencyCases(program);
    }

    /** What a test set aside comes back as return, so that the next finds the fund as it was. */
    @AfterEach
    void refill() {
        if (drained.isPositive()) {
            var command = new RecordIncome.Command(
                    CommandId.fresh(aid.province),
                    theFund(),
                    RecordIncome.Kind.RETURN,
                    "测试收益",
                    "入账通知",
                    drained,
                    aid.today,
                    Lot.Terms.FREE);
            assertThat(aid.<RecordIncome.Outcome>perform(aid.province, command))
                    .isInstanceOf(RecordIncome.Outcome.Recorded.class);
            drained = Money.ZERO;
        }
    }

    @Test
    @DisplayName("收益只剩一万五：两位省厅干部同时拨两个一万，只成一个，另一个知道为什么；本金还是十亿")
    void twoClerksAtOnceNeverSpendMoreThanTheReturn() throws Exception {
        var first = aid.asked("收益甲");
        var second = aid.asked("收益乙");
        aid.toTheProvince(first, "10000");
        aid.toTheProvince(second, "10000");
        long principal = principal();
        drainTo(15_000);
        var leader = TestCounty.office(program, "shengling");
        var outcomes = atOnce(List.of(() -> pay(aid.province, first), () -> pay(leader, second)));
        assertThat(outcomes).filteredOn(TaskOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(TaskOutcome.Hindered.class::isInstance)
                .singleElement()
                .asString()
                .contains("可用的只有 5,000.00元，不够 10,000.00元，本金不能动用");
        assertThat(available()).isEqualTo(Money.ofYuan(5_000));
        assertThat(principal()).isEqualTo(principal).isEqualTo(-100_000_000_000L);
        long kept = everything
                .sql("select count(*) from fund.grant_made where case_id in (:first, :second)")
                .param("first", first)
                .param("second", second)
                .query(Long.class)
                .single();
        assertThat(kept).isEqualTo(1);
        var left = aid.read(first).result() == null ? first : second;
        assertThat(aid.open(left).zh()).as("没有拨成的还等在省厅").isEqualTo("省厅拨付");
    }

    @Test
    @DisplayName("县里审批先看收益，别县审批了还没拨的也算上；不够的当场说")
    void theCountyLooksAtWhatIsLeft() {
        var waiting = aid.asked("收益丙");
        aid.toTheProvince(waiting, "20000");
        var id = aid.asked("收益丁");
        aid.toTheCounty(id);
        drainTo(unpaidYuan() + 12_000);
        assertThat(transactions
                        .read(aid.county, () -> fund.left(aid.county.unitCode(), aid.today, id))
                        .freeFen())
                .isEqualTo(1_200_000);
        var outcome =
                aid.<TaskOutcome>perform(aid.county, aid.decide(aid.open(id).id(), "20000", ""));
        assertThat(((TaskOutcome.Missing) outcome).why())
                .contains("还能审批 12,000.00元")
                .contains("不够这一件；本金不能动用");
        aid.done(aid.county, id, task -> aid.decide(task, "12000", "收益只剩这些，先救急"));
    }

    private TaskOutcome pay(Actor.Office by, UUID id) {
        return aid.perform(by, EmergencyCases.answer(by, aid.open(id).id(), Verdict.AGREE, Map.of()));
    }

    private static List<TaskOutcome> atOnce(List<Callable<TaskOutcome>> calls) throws Exception {
        var barrier = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var futures = new ArrayList<java.util.concurrent.Future<TaskOutcome>>();
            for (var call : calls) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return call.call();
                }));
            }
            var outcomes = new ArrayList<TaskOutcome>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    /** Sets aside all but so much of the return, for somebody else. */
    private void drainTo(long yuan) {
        drained = available().minus(Money.ofYuan(yuan));
        var somebody = aid.read(aid.asked("收益他" + Ids.next().toString().substring(30)));
        var grant = new Commitments.Grant(
                theFund(),
                new Commitments.Cause("TEST_AID", somebody.id(), somebody.number()),
                "EMERGENCY",
                "应急救助",
                new Commitments.Recipient(somebody.person(), somebody.personName(), somebody.code()),
                false,
                drained,
                new Commitments.BankAccount("某人", "农业银行", "6228480000001234567"));
        var committed = transactions.write(aid.province, () -> {
            var answer = commitments.commit(aid.province, grant);
            audit.record(aid.province, new AuditTrail.Entry("DecideForTest", null, "Done", true));
            return answer;
        });
        assertThat(committed).isInstanceOf(Commitments.Done.class);
    }

    private Money available() {
        return transactions.read(
                aid.province, () -> commitments.available(theFund(), "EMERGENCY", aid.village.unitCode(), false));
    }

    private long unpaidYuan() {
        return transactions.read(
                aid.county,
                () -> program.getBean(JdbcClient.class)
                                .sql("select relief.emergency_unpaid(null)")
                                .query(Long.class)
                                .single()
                        / 100);
    }

    private UUID theFund() {
        return transactions
                .read(aid.province, () -> fund.fund(aid.village.unitCode(), aid.today))
                .orElseThrow()
                .id();
    }

    /** What stands on the right stands below nothing. */
    private long principal() {
        return everything
                .sql("select balance from fund.account where fund_id = :fund and kind = 'PRINCIPAL'")
                .param("fund", theFund())
                .query(Long.class)
                .single();
    }
}
