package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.career.campaign.exam.Examining.id;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("不能报名的：登记错了撤得了，撤销了还留着；不用考的，一个人说了不算")
class ExamBarTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("登记错了、没有核对的：挡着报名截止；登记的人自己就能撤，撤了能截止，也能再登记")
    void whatNobodyCheckedIsTakenBack() {
        var exam = new Examining(program).opened("撤甲", "撤乙");
        assertThat(bar(exam, "撤甲")).isInstanceOf(BarFromExam.Outcome.Barred.class);
        assertThat(lift(exam, exam.gathering.officer, "撤甲", " ")).isInstanceOf(LiftExamBar.Outcome.Wanting.class);
        assertThat(lift(exam, exam.gathering.officer, "撤甲", "登记错了人"))
                .isEqualTo(new LiftExamBar.Outcome.Lifted(exam.who("撤甲").id(), false));
        assertThat(bar(exam, "撤甲")).as("再登记").isInstanceOf(BarFromExam.Outcome.Barred.class);
        exam.times(-3, -1, 5);
        assertThat(exam.close())
                .isInstanceOfSatisfying(
                        CloseRegistration.Outcome.Wanting.class,
                        one -> assertThat(one.why()).contains("撤甲"));
        assertThat(bar(exam, "撤乙")).as("截止时刻过了").isEqualTo(new BarFromExam.Outcome.NotNow());
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        var path =
                "/campaigns/" + exam.campaign + "/exam/people/" + exam.who("撤甲").id();
        assertThat(officer.get(path).body()).contains("撤销不能报名", "登记过、已经撤销的", "登记错了人");
        assertThat(officer.get(path.replace(
                                exam.who("撤甲").id().toString(),
                                exam.who("撤乙").id().toString()))
                        .body())
                .doesNotContain("登记不能报名");
        assertThat(lift(exam, exam.gathering.colleague, "撤甲", "还是登记错了"))
                .isEqualTo(new LiftExamBar.Outcome.Lifted(exam.who("撤甲").id(), false));
        assertThat(exam.close()).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        assertThat(lift(exam, exam.gathering.officer, "撤甲", "晚了")).isEqualTo(new LiftExamBar.Outcome.NotFound());
    }

    @Test
    @DisplayName("核对过的：只有没有登记、没有核对的负责人能撤；取消了的报名恢复，截止以后撤的也算报上名")
    void whatCountsIsLiftedByALeader() {
        var exam = new Examining(program).opened("撤丙", "撤丁", "撤戊");
        exam.register("撤丙");
        List.of("撤丙", "撤丁").forEach(one -> checked(exam, one, exam.gathering.colleague));
        checked(exam, "撤戊", exam.gathering.chief);
        assertThat(exam.register("撤丁")).isInstanceOf(RegisterForExam.Outcome.BarredFromExam.class);
        assertThat(lift(exam, exam.gathering.officer, "撤丙", "登记错了人")).isEqualTo(new LiftExamBar.Outcome.NotYours());
        assertThat(lift(exam, exam.gathering.chief, "撤戊", "登记错了人")).isEqualTo(new LiftExamBar.Outcome.SamePerson());
        assertThat(lift(exam, exam.gathering.chief, "撤丙", "登记错了人"))
                .isEqualTo(new LiftExamBar.Outcome.Lifted(exam.who("撤丙").id(), true));
        assertThat(exam.register("撤丙")).isEqualTo(new RegisterForExam.Outcome.AlreadyIn());
        exam.times(-3, -1, 5);
        assertThat(lift(exam, exam.gathering.chief, "撤丁", "处分已经撤销"))
                .isEqualTo(new LiftExamBar.Outcome.Lifted(exam.who("撤丁").id(), true));
        assertThat(exam.close()).isInstanceOf(CloseRegistration.Outcome.Closed.class);
        assertThat(lift(exam, exam.gathering.chief, "撤戊", "晚了")).isEqualTo(new LiftExamBar.Outcome.NotNow());
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(page.get("/campaigns/" + exam.campaign + "/exam/people").body())
                .contains("已报名");
    }

    @Test
    @DisplayName("方案批准以前不登记，改主意不考试的也办得成")
    void nobodyIsBarredBeforeThePlanStands() {
        var exam = new Examining(program);
        exam.gathering.add(exam.campaign, exam.gathering.settled("撤己", 1));
        exam.plan(exam.gathering.officer, 10);
        assertThat(bar(exam, "撤己")).isEqualTo(new BarFromExam.Outcome.NotNow());
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(officer.get("/campaigns/" + exam.campaign + "/exam/people/"
                                + exam.who("撤己").id())
                        .body())
                .doesNotContain("登记不能报名");
        var without = new PlanExam.Command(id(exam.gathering.officer), exam.campaign, null);
        assertThat(exam.perform(exam.gathering.officer, PlanExam.class, without))
                .isEqualTo(new PlanExam.Outcome.Planned(exam.campaign));
    }

    @Test
    @DisplayName("最先选、不用考的依据没有核对以前照样能报名，也截止不了；核对以后才不用考")
    void oneWordDoesNotKeepHimFromTheExam() {
        var exam = new Examining(program);
        exam.addExempt("撤庚");
        exam.addExempt("撤辛");
        exam.opened("撤壬");
        assertThat(exam.register("撤庚")).isInstanceOf(RegisterForExam.Outcome.Registered.class);
        exam.times(-3, -1, 5);
        assertThat(exam.close())
                .isInstanceOfSatisfying(
                        CloseRegistration.Outcome.Wanting.class,
                        one -> assertThat(one.why()).contains("依据还没有另一位同事核对"));
        for (var name : List.of("撤庚", "撤辛")) {
            var check = exam.gathering.checking(
                    exam.gathering.colleague, exam.campaign, exam.who(name).id());
            assertThat(exam.perform(exam.gathering.colleague, CheckGrounds.class, check))
                    .isInstanceOf(CheckGrounds.Outcome.Checked.class);
        }
        exam.times(-3, 1, 5);
        assertThat(exam.register("撤辛")).isEqualTo(new RegisterForExam.Outcome.NeedsNoExam());
        exam.times(-3, -1, 5);
        assertThat(exam.close()).isInstanceOf(CloseRegistration.Outcome.Closed.class);
    }

    @Test
    @DisplayName("抽到别人的准考证号，再抽一个")
    void aTicketIsDrawnAgain() {
        var exam = new Examining(program).opened("撤癸", "撤子");
        var taken = ((RegisterForExam.Outcome.Registered) exam.register("撤癸")).ticket();
        var numbers =
                List.of(taken, taken, taken == 12345678 ? 12345679 : 12345678).iterator();
        var whom = exam.who("撤子");
        int drawn = transactions.write(
                exam.gathering.officer, () -> program.getBean(ExamEntries.class).insert(whom, "甲", numbers::next));
        assertThat(drawn).isNotEqualTo(taken);
        assertThat(exam.register("撤子")).isEqualTo(new RegisterForExam.Outcome.AlreadyIn());
    }

    private static BarFromExam.Outcome bar(Examining exam, String name) {
        var officer = exam.gathering.officer;
        return exam.perform(
                officer,
                BarFromExam.class,
                new BarFromExam.Command(
                        id(officer), exam.campaign, exam.who(name).id(), "PUNISHED", "处分决定〔2021〕8 号"));
    }

    private static void checked(Examining exam, String name, Actor.Office by) {
        assertThat(bar(exam, name)).isInstanceOf(BarFromExam.Outcome.Barred.class);
        UUID whom = exam.who(name).id();
        assertThat(exam.perform(by, CheckExamBar.class, new CheckExamBar.Command(id(by), exam.campaign, whom)))
                .isEqualTo(new CheckExamBar.Outcome.Checked(whom));
    }

    private static LiftExamBar.Outcome lift(Examining exam, Actor.Office by, String name, String why) {
        return exam.perform(
                by,
                LiftExamBar.class,
                new LiftExamBar.Command(id(by), exam.campaign, exam.who(name).id(), why));
    }
}
