package org.rongyi.care.relief.emergency;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.care.relief.HomeChecks;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Input;
import org.rongyi.platform.approval.CaseService.Kept;
import org.rongyi.platform.approval.CaseService.Taken;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.approval.apply.Answers;
import org.rongyi.platform.approval.apply.ServiceStep;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/** 村站初审: what two people found at the household, and whether what comes before the fund was claimed. */
@Component
class Visiting implements ServiceStep<Emergencies.Kept> {

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

    @Override
    public List<Ask> asks(CaseFile file, Emergencies.Kept one, Actor.Office reader) {
        var check = one.check();
        var request = one.request();
        var asks = new ArrayList<>(checks.asks(
                file,
                new HomeChecks.Said(
                        check.made(), check.visit(), check.registered(), check.found(), request.account())));
        var said = request.otherAid();
        asks.add(Ask.choice(
                        Input.ONE,
                        "otherAid",
                        request.kind().before() + "，办过了吗",
                        List.of(Option.of("YES", "办过了"), Option.of("NO", "还没有")))
                .saying(said == Known.UNKNOWN ? null : said)
                .hinting("看结算单、救助决定，申请人说的要核实")
                .wanted());
        return asks;
    }

    @Override
    public Taken take(CaseFile file, Emergencies.Kept one, Verdict verdict, Answers answers, Actor.Office by) {
        var request = one.request();
        return switch (checks.read(file, request.occurredOn(), request.account(), one.personName(), answers)) {
            case HomeChecks.Not(var why) -> why;
            case HomeChecks.Made made
            when made.account() == null && verdict != Verdict.AGAINST ->
                new Wrong("account", "应急救助只拨到本人的卡上，请看着存折或银行卡填收款卡号");
            case HomeChecks.Made made -> keep(file, one, made, answers, by);
        };
    }

    private Taken keep(CaseFile file, Emergencies.Kept one, HomeChecks.Made made, Answers answers, Actor.Office by) {
        var claimed = answers.said("otherAid");
        if (claimed == null) {
            return new Wrong("otherAid", "请核实" + one.request().kind().before() + "办过没有");
        }
        var account = made.account();
        if (one.request().account() == null && account != null) {
            emergencies.nameAccount(file.id(), account);
        }
        var check = new Emergencies.Check(made.check(), made.visit(), made.registered(), made.found());
        emergencies.check(file.id(), check, claimed ? Known.YES : Known.NO);
        return new Kept(made.inWords(), inPublic(file, by));
    }

    /** What the 公示 shows: the kind of hardship and the amount the rule suggests, which is not decided yet. */
    private String inPublic(CaseFile file, Actor.Office by) {
        var one = emergencies.find(file.id()).orElseThrow();
        long amount = assessment.of(one, by).evaluation().suggestedFen();
        return policy.label(EmergencyApplication.PUBLIC, one.request().kind().name())
                + (amount > 0 ? "，拟救助 " + Words.yuan(amount) : "");
    }
}
