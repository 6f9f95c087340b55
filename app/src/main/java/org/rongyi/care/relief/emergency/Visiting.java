package org.rongyi.care.relief.emergency;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.care.relief.Answers;
import org.rongyi.care.relief.Cards;
import org.rongyi.care.relief.HomeChecks;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Input;
import org.rongyi.platform.approval.CaseService.Kept;
import org.rongyi.platform.approval.CaseService.Taken;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/** 村站初审: what two people found at the household, and whether what comes before the fund was claimed. */
@Component
class Visiting {

    private final Emergencies emergencies;
    private final EmergencyAssessment assessment;
    private final HomeChecks checks;
    private final Policy policy;

    Visiting(Emergencies emergencies, EmergencyAssessment assessment, HomeChecks checks, Policy policy) {
        this.emergencies = emergencies;
        this.assessment = assessment;
        this.checks = checks;
        this.policy = policy;
    }

    List<Ask> asks(CaseFile file, Emergencies.Kept one) {
        var check = one.check();
        var asks = new ArrayList<>(
                checks.asks(file, new HomeChecks.Said(check.made(), check.visit(), check.registered(), check.found())));
        asks.addAll(Cards.asks(one.request().account()));
        var said = one.request().otherAid();
        asks.add(new Ask(
                "otherAid",
                one.request().kind().before() + "，办过了吗",
                Input.ONE,
                List.of(Option.of("YES", "办过了"), Option.of("NO", "还没有")),
                said == Known.UNKNOWN ? List.of() : List.of(said.name()),
                "看结算单、救助决定，申请人说的要核实",
                false));
        return asks;
    }

    Taken take(CaseFile file, Emergencies.Kept one, Verdict verdict, Answers answers, Actor.Office by) {
        return switch (checks.read(file, one.request().occurredOn(), answers)) {
            case HomeChecks.Not(var why) -> why;
            case HomeChecks.Made made ->
                switch (Cards.read(one.request().account(), one.personName(), answers)) {
                    case Cards.Not(var why) -> why;
                    case Cards.Named(var account)
                    when account == null && verdict != Verdict.AGAINST ->
                        new Wrong("account", "应急救助只拨到本人的卡上，请看着存折或银行卡填收款卡号");
                    case Cards.Named(var account) -> {
                        var kept = keep(file, one, made, answers, by);
                        if (kept instanceof Kept && one.request().account() == null && account != null) {
                            emergencies.nameAccount(file.id(), account);
                        }
                        yield kept;
                    }
                };
        };
    }

    private Taken keep(CaseFile file, Emergencies.Kept one, HomeChecks.Made made, Answers answers, Actor.Office by) {
        var claimed = answers.said("otherAid");
        if (claimed == null) {
            return new Wrong("otherAid", "请核实" + one.request().kind().before() + "办过没有");
        }
        var check = new Emergencies.Check(made.check(), made.visit(), made.registered(), made.found());
        emergencies.check(file.id(), check, claimed ? Known.YES : Known.NO);
        return new Kept(made.inWords(), inPublic(file, by));
    }

    /** What the 公示 shows: the kind of hardship and the amount the rule suggests, which is not decided yet. */
    private String inPublic(CaseFile file, Actor.Office by) {
        var one = emergencies.find(file.id()).orElseThrow();
        long amount = assessment.of(one, by).evaluation().suggestedFen();
        return policy.label(EmergencyService.PUBLIC, one.request().kind().name())
                + (amount > 0 ? "，拟救助 " + Words.yuan(amount) : "");
    }
}
