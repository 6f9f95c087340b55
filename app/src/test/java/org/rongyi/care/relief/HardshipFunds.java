package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.OpenFund;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.context.ApplicationContext;

/** Money of the county that hardship aid may be paid from. */
public final class HardshipFunds {

    private final ApplicationContext program;
    private final HardshipCases aid;
    private final Actor.Office chief;
    private final Actor.Office officer;

    public HardshipFunds(ApplicationContext program) {
        this(program, TestCounty.office(program, "juzhang"), TestCounty.office(program, "xian"));
    }

    /** Of another bureau. */
    HardshipFunds(ApplicationContext program, Actor.Office chief, Actor.Office officer) {
        this.program = program;
        this.aid = new HardshipCases(program);
        this.chief = chief;
        this.officer = officer;
    }

    /** The province's emergency fund, with so much return. */
    UUID emergency(Actor.Office leader, long yuan) {
        var day = java.time.LocalDate.now(program.getBean(java.time.Clock.class));
        var opened = aid.<OpenFund.Outcome>perform(
                leader,
                new OpenFund.Command(
                        CommandId.fresh(leader), "应急救助基金" + Ids.next(), FundKind.EMERGENCY, "暂行办法", "受托机构", null, day));
        var fund = ((OpenFund.Outcome.Opened) opened).subject();
        aid.<RecordIncome.Outcome>perform(
                leader,
                new RecordIncome.Command(
                        CommandId.fresh(leader),
                        fund,
                        RecordIncome.Kind.RETURN,
                        "季度收益",
                        "收益通知",
                        Money.ofYuan(yuan),
                        day,
                        Lot.Terms.FREE));
        return fund;
    }

    /** A budget line of the bureau with so much in it. */
    public UUID budget(long yuan) {
        var day = java.time.LocalDate.now(program.getBean(java.time.Clock.class));
        var opened = aid.<OpenFund.Outcome>perform(
                chief,
                new OpenFund.Command(
                        CommandId.fresh(chief), "帮扶专项" + Ids.next(), FundKind.BUDGET, "预算批复", null, null, day));
        var fund = ((OpenFund.Outcome.Opened) opened).subject();
        assertThat(aid.<RecordIncome.Outcome>perform(
                        officer,
                        new RecordIncome.Command(
                                CommandId.fresh(officer),
                                fund,
                                RecordIncome.Kind.APPROPRIATION,
                                "年度专项",
                                "拨款通知",
                                Money.ofYuan(yuan),
                                day,
                                Lot.Terms.FREE)))
                .isInstanceOf(RecordIncome.Outcome.Recorded.class);
        return fund;
    }
}
