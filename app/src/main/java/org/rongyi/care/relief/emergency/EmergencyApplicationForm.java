package org.rongyi.care.relief.emergency;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.care.relief.FormCells;
import org.rongyi.platform.approval.CaseForm;
import org.rongyi.platform.documents.paper.Form.Cell;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 应急救助申请审批表. The annex was not seen: laid out by what the 暂行办法 asks for (decision 0060). */
@Component
class EmergencyApplicationForm {

    private static final String TITLE = "广东省退役军人应急救助申请审批表";

    private final FormCells cells;
    private final Policy policy;

    EmergencyApplicationForm(FormCells cells, Policy policy) {
        this.cells = cells;
        this.policy = policy;
    }

    CaseForm of(Emergencies.Kept one, Actor reader) {
        var request = one.request();
        var lines = new ArrayList<>(cells.applicant(one.person(), one.personName()));
        lines.add(List.of(
                Cell.of("救助对象", one.object()),
                Cell.of(
                        "救助类别",
                        policy.label(EmergencyApplication.KINDS, request.kind().name()))));
        lines.add(List.of(
                Cell.of("发生日期", Words.day(request.occurredOn())),
                Cell.of(request.kind().before(), EmergencyLines.otherAid(request.otherAid()))));
        lines.add(List.of(new Cell("困难情况和申请理由", request.words(), true)));
        lines.addAll(cells.household(one.person(), request.household(), "因这件事的支出"));
        lines.add(List.of(Cell.of("申请金额", "按标准核定")));
        lines.add(FormCells.account(request.account()));
        var decided = one.decided();
        // the applicant is told the amount when the money is set aside, not before
        if (decided != null && decided.fen() > 0 && (decided.paidOn() != null || reader instanceof Actor.Office)) {
            lines.add(List.of(Cell.of("核定金额", Words.yuan(decided.fen()) + "，" + Words.day(decided.on()))));
        }
        return new CaseForm(
                "YJSP",
                TITLE,
                lines,
                "以上所填属实，同意核对家庭经济状况。提供虚假材料的，愿意退回所得并承担责任。",
                List.of(),
                List.of(
                        "依据：广东省退役军人应急救助资金管理暂行办法（试行至2021年9月30日，其后沿用）。样式按办法的要素编排。",
                        "病情、诊断不印，证明附后；困难情况和申请理由照申请人所写。身份证号、电话、卡号由本人填写、核对。"));
    }
}
