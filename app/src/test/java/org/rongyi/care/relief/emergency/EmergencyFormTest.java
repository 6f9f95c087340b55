package org.rongyi.care.relief.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.PdfText;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.PrintForm;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("应急救助申请审批表：按办件填好")
class EmergencyFormTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private PrintForm print;

    @Autowired
    private CaseFiles files;

    @Autowired
    private IssuedDocuments documents;

    @Test
    @DisplayName("村站打印，有村、镇、县、市、省五级的栏；办到县里再打印，村和镇的意见已在上面")
    void fiveLevels() {
        var cases = new EmergencyCases(program);
        var id = cases.asked("救助表");
        assertThat(paper(cases, "emergency-form", id))
                .contains("广东省退役军人应急救助申请审批表", "救助表", "重大突发事件", "夜里失火，房屋烧毁", "申请金额按标准核定")
                .contains("村站初审意见", "镇街审核意见", "县级审批意见", "市级汇总意见", "省厅拨付意见")
                .doesNotContain("烧伤", "经办：");
        cases.toTheCounty(id);
        assertThat(paper(cases, "emergency-form-county", id))
                .contains("经办：" + cases.village.name(), "经办：" + cases.town.name())
                .doesNotContain("经办：" + cases.county.name());
    }

    private String paper(EmergencyCases cases, String name, java.util.UUID id) {
        assertThat(acts.perform(cases.village, print, new PrintForm.Command(CommandId.fresh(cases.village), id)))
                .isEqualTo(new TaskOutcome.Done(id));
        return transactions.read(
                cases.village,
                () -> files.papers(id).stream()
                        .filter(one -> one.title().endsWith("申请审批表"))
                        .reduce((earlier, later) -> later)
                        .flatMap(one -> documents.open(one.id()))
                        .map(pdf -> PdfText.of(name, pdf).text())
                        .orElseThrow());
    }
}
