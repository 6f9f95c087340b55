package org.rongyi.care.relief.emergency;

import java.util.List;
import org.rongyi.care.fund.payment.MoneyStanding;
import org.rongyi.care.relief.AidMaterials;
import org.rongyi.care.relief.ReliefLines;
import org.rongyi.care.relief.RuleWords;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.platform.approval.CaseLines;
import org.rongyi.platform.approval.CaseService.Checked;
import org.rongyi.platform.approval.CaseService.Content;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 应急救助 on its case, line by line: what is asked for, what was found, what is given and where the money is. */
@Component
class EmergencyLines {

    private final Emergencies emergencies;
    private final EmergencyAssessment assessment;
    private final MoneyStanding money;
    private final ReturnOfFund fund;
    private final Policy policy;

    EmergencyLines(
            Emergencies emergencies,
            EmergencyAssessment assessment,
            MoneyStanding money,
            ReturnOfFund fund,
            Policy policy) {
        this.emergencies = emergencies;
        this.assessment = assessment;
        this.money = money;
        this.fund = fund;
        this.policy = policy;
    }

    Content content(Emergencies.Kept one, Actor reader, boolean clear) {
        var request = one.request();
        boolean own = !(reader instanceof Actor.Office);
        var lines = new CaseLines()
                .add(
                        "类别",
                        policy.label(EmergencyApplication.KINDS, request.kind().name()))
                .add("哪天发生的", Words.day(request.occurredOn()));
        ReliefLines.illness(lines, request.diagnosis(), reader, clear);
        lines.add(request.kind().before(), otherAid(request.otherAid()));
        ReliefLines.household(lines, request.household(), "因这件事的支出");
        ReliefLines.account(lines, request.account(), clear);
        lines.add("材料", materials(one));
        ReliefLines.check(lines, one.check().made(), one.check().found(), reader);
        decided(one, own, lines);
        money.ofCase(one.id()).forEach(standing -> lines.add("钱到哪一步", standing));
        return new Content(
                lines.toList(),
                request.words(),
                own ? null : "/persons/" + one.person(),
                clear && reader instanceof Actor.Office office ? checked(assessment.of(one, office)) : List.of());
    }

    private static List<Checked> checked(Basis basis) {
        return RuleWords.checked(basis.evaluation(), "", basis.terms().proposed());
    }

    static String otherAid(Known known) {
        return switch (known) {
            case YES -> "办过了";
            case NO -> "还没有办";
            case UNKNOWN -> "没有说明，初审时核实";
        };
    }

    private String materials(Emergencies.Kept one) {
        var there = one.request().materials();
        var missing = AidMaterials.missing(
                EmergencyRequest.MATERIALS, policy, one.appliedOn(), there, there.contains(AidMaterials.AGENT));
        return missing.isEmpty() ? "齐全" : "还缺：" + String.join("；", missing);
    }

    /** The applicant is told the amount when the money is set aside, not before. */
    private void decided(Emergencies.Kept one, boolean own, CaseLines lines) {
        var decided = one.decided();
        if (decided == null || decided.fen() == 0) {
            return;
        }
        var paid = decided.paidOn();
        if (paid != null && decided.fund() != null) {
            lines.add(
                    "救助金", Words.yuan(decided.fen()) + "，" + Words.day(paid) + " 由" + fund.name(decided.fund()) + "拨付");
        } else if (!own) {
            lines.add("审批的金额", Words.yuan(decided.fen()) + "，" + Words.day(decided.on()) + " 审批，还没有拨付");
        }
        if (!own) {
            emergencies
                    .basis(one.id())
                    .map(Basis::deviation)
                    .filter(why -> !why.isBlank())
                    .ifPresent(why -> lines.add("与建议不同的理由", why));
        }
    }
}
