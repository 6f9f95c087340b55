package org.rongyi.care.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.approval.CaseForm;
import org.rongyi.platform.documents.paper.Form.Cell;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 《广东省困难退役军人帮扶援助申请表》 (办法 第十五条). The annex was not seen: laid out by what the rule asks for (decision 0060). */
@Component
class AidApplicationForm {

    private static final String TITLE = "广东省困难退役军人帮扶援助申请表";

    private final FormCells cells;
    private final Policy policy;

    AidApplicationForm(FormCells cells, Policy policy) {
        this.cells = cells;
        this.policy = policy;
    }

    CaseForm of(Aids.Kept aid) {
        var request = aid.request();
        var lines = new ArrayList<>(cells.applicant(aid.person(), aid.personName()));
        lines.add(List.of(
                Cell.of("困难情形", policy.label(Situation.LIST, request.situation().name())),
                Cell.of(request.situation().isLasting() ? "从哪天开始" : "发生日期", Words.day(request.occurredOn()))));
        lines.add(List.of(new Cell("困难情况和申请理由", request.words(), true)));
        if (!request.repeat().isEmpty()) {
            lines.add(List.of(new Cell("同一事由再次申请的理由", request.repeat(), true)));
        }
        lines.addAll(cells.household(aid.person(), request.household(), "近一年必需支出"));
        lines.add(List.of(
                Cell.of(
                        "申请的方式",
                        request.wished().stream()
                                .map(mode -> policy.label("relief.hardship.mode", mode.name()))
                                .collect(Collectors.joining("、"))),
                Cell.of("申请金额", "按标准核定")));
        lines.add(FormCells.account(request.account()));
        var first = aid.first();
        if (first != null) {
            lines.add(List.of(Cell.of("先行帮扶", Words.day(first.on()) + "，" + Words.yuan(first.amountFen()))));
        }
        var decided = aid.decided();
        if (decided != null && !decided.modes().isEmpty()) {
            lines.add(List.of(Cell.of("核定金额", Words.yuan(decided.amountFen()) + "，" + Words.day(decided.on()))));
        }
        return new CaseForm(
                "BFSQ",
                TITLE,
                lines,
                "以上所填属实，同意核对家庭经济状况。提供虚假材料的，愿意退回所得并承担责任。",
                List.of("村（居）民委员会意见"),
                List.of("依据：广东省困难退役军人帮扶援助办法第十五条。样式按办法的要素编排。", "病情、诊断不印，证明附后；困难情况和申请理由照申请人所写。身份证号、电话、卡号由本人填写、核对。"));
    }
}
