package org.rongyi.care.relief;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.MoneyStanding;
import org.rongyi.care.relief.rule.Evaluation;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.approval.CaseLines;
import org.rongyi.platform.approval.CaseService.Checked;
import org.rongyi.platform.approval.CaseService.Content;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 困难帮扶援助 on its case, line by line: what is asked for, what was found, what is given and where the money is. */
@Component
class AidLines {

    private final Aids aids;
    private final Assessment assessment;
    private final Payers payers;
    private final MoneyStanding money;
    private final Policy policy;

    AidLines(Aids aids, Assessment assessment, Payers payers, MoneyStanding money, Policy policy) {
        this.aids = aids;
        this.assessment = assessment;
        this.payers = payers;
        this.money = money;
        this.policy = policy;
    }

    Content content(Aids.Kept aid, Actor reader, boolean clear) {
        boolean own = !(reader instanceof Actor.Office);
        var request = aid.request();
        var lines = new CaseLines()
                .add("情形", policy.label(Situation.LIST, request.situation().name()))
                .add(request.situation().isLasting() ? "从哪天开始" : "哪天发生的", Words.day(request.occurredOn()));
        first(lines, aid.first());
        ReliefLines.illness(lines, request.diagnosis(), reader, clear);
        var home = request.household();
        if (home == null) {
            lines.add("家庭经济状况", "还没有填");
        } else {
            ReliefLines.household(lines, home, "近一年必需支出");
        }
        lines.addIf(!request.wished().isEmpty(), "希望的方式", modes(request.wished()));
        ReliefLines.account(lines, request.account(), clear);
        lines.add("材料", materials(aid)).addIf(!request.repeat().isEmpty(), "再次申请的理由", request.repeat());
        ReliefLines.check(lines, aid.check().made(), aid.check().found(), reader);
        decided(lines, aid, own);
        money.ofCase(aid.id()).forEach(standing -> lines.add("钱到哪一步", standing));
        return new Content(
                lines.toList(),
                request.words(),
                own ? null : "/persons/" + aid.person(),
                clear && reader instanceof Actor.Office office ? checked(assessment.of(aid, office)) : List.of());
    }

    private void first(CaseLines lines, Aids.@Nullable First first) {
        if (first != null) {
            var payer = first.payer() == null ? null : first.payer().toString();
            lines.add(
                    "先行帮扶",
                    Words.day(first.on()) + "，" + granted(first.modes(), first.amountFen(), payer) + "，" + first.by());
        }
    }

    private void decided(CaseLines lines, Aids.Kept aid, boolean own) {
        var decided = aid.decided();
        if (decided == null || decided.modes().isEmpty()) {
            return;
        }
        lines.add("核定", granted(decided.modes(), decided.amountFen(), decided.payer()));
        if (!own) {
            aids.basis(aid.id())
                    .map(Basis::grant)
                    .map(Grant::deviation)
                    .filter(why -> !why.isBlank())
                    .ifPresent(why -> lines.add("与建议不同的理由", why));
        }
    }

    /** What is there, and what is missing, at once. */
    private String materials(Aids.Kept aid) {
        var there = aid.request().materials();
        var missing = AidMaterials.missing(policy, aid.appliedOn(), there, there.contains(AidMaterials.AGENT));
        var count = policy.choices(AidMaterials.LIST, aid.appliedOn()).size() - missing.size();
        return missing.isEmpty() ? "齐全" : "已有 " + Math.max(0, count) + " 样；还缺：" + String.join("；", missing);
    }

    private static List<Checked> checked(Basis basis) {
        return RuleWords.checked(
                basis.evaluation(),
                Evaluation.Point.CAP.article(),
                basis.terms().proposed());
    }

    /** 资金 3000 元，县困难帮扶资金. */
    String granted(Set<Mode> modes, long fen, @Nullable String payer) {
        return given(modes, fen) + (payer == null ? "" : "，" + payers.name(payer));
    }

    private String given(Set<Mode> modes, long fen) {
        return modes(modes) + (fen > 0 ? " " + Words.yuan(fen) : "");
    }

    private String modes(Set<Mode> modes) {
        return modes.stream()
                .map(mode -> policy.label("relief.hardship.mode", mode.name()))
                .collect(Collectors.joining("、"));
    }
}
