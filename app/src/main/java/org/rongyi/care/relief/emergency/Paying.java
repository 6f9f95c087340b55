package org.rongyi.care.relief.emergency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.relief.AidKinds;
import org.rongyi.care.relief.Origins;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Kept;
import org.rongyi.platform.approval.CaseService.Taken;
import org.rongyi.platform.approval.apply.Answers;
import org.rongyi.platform.approval.apply.ServiceStep;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 省级拨付: asks nothing; the decision's paper says what is paid, and where to. */
@Component
class Paying implements ServiceStep<Emergencies.Kept> {

    private final Emergencies emergencies;
    private final ReturnOfFund fund;
    private final Origins origins;
    private final Figures figures;
    private final Clock clock;

    Paying(Emergencies emergencies, ReturnOfFund fund, Origins origins, Figures figures, Clock clock) {
        this.emergencies = emergencies;
        this.fund = fund;
        this.origins = origins;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public List<Ask> asks(CaseFile file, Emergencies.Kept one, Actor.Office reader) {
        return List.of();
    }

    @Override
    public Taken take(CaseFile file, Emergencies.Kept one, Verdict verdict, Answers answers, Actor.Office by) {
        return new Kept("核定应急救助金 " + Words.yuan(granted(one)) + "，拨到申请人本人的卡上");
    }

    /** At the last step, the province's: the money is set aside of the fund's return, or nothing is done. */
    Optional<String> carryOut(CaseFile file, Emergencies.Kept one, Actor.Office by) {
        var today = LocalDate.now(clock);
        return switch (fund.pay(file, one, granted(one), today, by)) {
            case ReturnOfFund.Hindered(var why) -> Optional.of(why);
            case ReturnOfFund.SetAside(var id) -> {
                emergencies.pay(one.id(), today, id);
                figures.count(List.of(
                        Fact.of(AidKinds.AID, one.code(), today, one.id(), one.person()),
                        Fact.of(EmergencyKinds.EMERGENCY, one.code(), today, one.id(), one.person()),
                        Fact.money(AidKinds.MONEY, one.code(), today, one.id(), granted(one)),
                        Fact.money(EmergencyKinds.MONEY, one.code(), today, one.id(), granted(one))));
                origins.answer(one.need(), "已给予应急救助 " + Words.yuan(granted(one)) + "（办件 " + file.number() + "）", by);
                yield Optional.empty();
            }
        };
    }

    private static long granted(Emergencies.Kept one) {
        var decided = one.decided();
        if (decided == null || decided.fen() == 0) {
            throw new IllegalStateException("paid without a decision: " + one.id());
        }
        return decided.fen();
    }
}
