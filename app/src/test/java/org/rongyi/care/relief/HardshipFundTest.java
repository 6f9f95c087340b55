package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Commitments;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("困难帮扶援助由资金出：决定和留钱是一件事，钱不够就定不了")
class HardshipFundTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Commitments commitments;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private HardshipCases aid;
    private Actor.Office chief;
    private Actor.Office officer;

    @BeforeEach
    void county() {
        aid = new HardshipCases(program);
        chief = TestCounty.office(program, "juzhang");
        officer = TestCounty.office(program, "xian");
    }

    @Test
    @DisplayName("同意的同时，核定的金额从可用转为已承诺，待拨付给申请时的卡号")
    void whatIsDecidedIsSetAside() {
        var fund = budget(10_000);
        var id = aid.asked(aid.person("留钱甲"));
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(available(fund)).isEqualTo(Money.ofYuan(7_000));
        assertThat(granted(id)).isEqualTo("WAITING 300000 困难帮扶援助");
    }

    @Test
    @DisplayName("资金不够：说出还有多少，决定没有做，一分也没有留")
    void whatIsNotThereIsNotPromised() {
        var fund = budget(2_999);
        var id = aid.asked(aid.person("留钱乙"));
        aid.reviewed(id);
        var task = aid.open(id).id();
        var outcome = aid.<TaskOutcome>perform(aid.county, aid.decide(task, "3000", "", fund.toString()));
        assertThat(outcome).isInstanceOf(TaskOutcome.Hindered.class);
        assertThat(outcome.toString()).contains("只有 2,999.00元");
        assertThat(aid.open(id).id()).isEqualTo(task);
        assertThat(available(fund)).isEqualTo(Money.ofYuan(2_999));
        assertThat(granted(id)).isEmpty();
        assertThat(aid.<TaskOutcome>perform(aid.county, aid.decide(task, "3000", "", "COUNTY")))
                .as("没有记账的钱不能给")
                .isInstanceOfSatisfying(
                        TaskOutcome.Missing.class,
                        missing -> assertThat(missing.field()).isEqualTo("payer"));
    }

    @Test
    @DisplayName("应急救助基金的收益、志愿服务基金不能用来帮扶：选不到，写了编号也不行")
    void fundsForSomethingElseAreNotOffered() {
        var province = TestCounty.office(program, "shengling");
        var emergency = new HardshipFunds(program).emergency(province, 50_000);
        var id = aid.asked(aid.person("留钱丁"));
        aid.reviewed(id);
        var task = aid.open(id).id();
        assertThat(aid.<TaskOutcome>perform(aid.county, aid.decide(task, "3000", "", emergency.toString())))
                .isEqualTo(new TaskOutcome.Missing("payer", "请选择由谁出"));
        var grant = new Commitments.Grant(
                emergency,
                new Commitments.Cause("HARDSHIP", id, "测试案号"),
                "HARDSHIP",
                "困难帮扶援助",
                new Commitments.Recipient(aid.read(id).person(), "留钱丁", chief.unitCode()),
                false,
                Money.ofYuan(100),
                new Commitments.BankAccount("留钱丁", "农业银行", "6228480000001234567"));
        assertThat(transactions.write(chief, () -> commitments.commit(chief, grant)))
                .isEqualTo(new Commitments.NoSuchFund());
    }

    @Test
    @DisplayName("别处的资金不在可选之列，填了编号也不行")
    void anotherPlacesFundIsNotOffered() {
        var id = aid.asked(aid.person("留钱丙"));
        aid.reviewed(id);
        var task = aid.open(id).id();
        assertThat(aid.<TaskOutcome>perform(
                        aid.county, aid.decide(task, "3000", "", Ids.next().toString())))
                .isEqualTo(new TaskOutcome.Missing("payer", "请选择由谁出"));
    }

    private Money available(UUID fund) {
        return transactions.read(chief, () -> commitments.available(fund, "HARDSHIP", chief.unitCode(), false));
    }

    private String granted(UUID caseId) {
        return everything
                .sql("select state || ' ' || amount || ' ' || words from fund.grant_made where case_id = :id")
                .param("id", caseId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private UUID budget(long yuan) {
        return new HardshipFunds(program).budget(yuan);
    }
}
