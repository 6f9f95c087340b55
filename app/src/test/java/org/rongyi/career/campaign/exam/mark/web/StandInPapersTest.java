package org.rongyi.career.campaign.exam.mark.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.exam.Examining;
import org.rongyi.career.campaign.exam.mark.EnterMark;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("代理编号的人：看不到哪份是谁的，代着的时候也不能阅卷")
class StandInPapersTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MarkingController marking;

    @Test
    @DisplayName("只有编号的人自己看得到名单；代他的人看不到，用自己的岗位就还能阅卷")
    void onlyHimselfReadsTheList() {
        var exam = new Examining(program).numbered("代甲");
        var officer = exam.gathering.officer;
        var colleague = exam.gathering.colleague;
        var standIn = new Actor.Office(
                colleague.account(),
                colleague.name() + "（代" + officer.name() + "）",
                officer.post(),
                officer.unit(),
                officer.unitName(),
                officer.unitCode(),
                officer.role(),
                officer.level(),
                officer.scope(),
                officer.account());
        assertThat(((PapersPage) marking.papers(officer, exam.campaign)).rows()).hasSize(1);
        assertThat(((PapersPage) marking.papers(standIn, exam.campaign)).rows()).isEmpty();
        var paper = exam.paper("代甲");
        assertThat(exam.mark(standIn, paper, "80")).isEqualTo(new EnterMark.Outcome.KnowsNames());
        assertThat(exam.mark(colleague, paper, "80")).isInstanceOf(EnterMark.Outcome.Entered.class);
    }
}
