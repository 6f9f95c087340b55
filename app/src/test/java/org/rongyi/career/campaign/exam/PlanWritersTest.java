package org.rongyi.career.campaign.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.career.campaign.exam.Examining.id;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.career.campaign.live.PlanLive;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("考试、现场选岗的办法也是方案：谁定的不能自己审定，改在会后的要重新开会")
class PlanWritersTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private ApplicationContext program;

    @Test
    @DisplayName("负责人改了考试的办法，就不能自己录审定")
    void whoPlannedTheExamDoesNotApprove() {
        var exam = drafted("写甲");
        assertThat(exam.plan(exam.gathering.chief, 10)).isEqualTo(new PlanExam.Outcome.Planned(exam.campaign));
        assertThat(exam.gathering.read(exam.campaign).isWrittenBy(exam.gathering.chief))
                .isTrue();
        assertThat(exam.approve(exam.gathering.now)).isEqualTo(new ApprovePlan.Outcome.SamePerson());
    }

    @Test
    @DisplayName("负责人定了现场选岗的办法，就不能自己录审定")
    void whoPlannedTheLiveSessionDoesNotApprove() {
        var exam = drafted("写乙");
        var chief = exam.gathering.chief;
        var live = new PlanLive.Command(
                id(chief), exam.campaign, 5, OnTimeout.PASS, null, exam.gathering.now.plus(Duration.ofDays(70)));
        assertThat(exam.perform(chief, PlanLive.class, live)).isEqualTo(new PlanLive.Outcome.Planned(exam.campaign));
        assertThat(exam.approve(exam.gathering.now)).isEqualTo(new ApprovePlan.Outcome.SamePerson());
    }

    @Test
    @DisplayName("会开过了再改考试的办法，那次会不算数；取消考试也一样")
    void aMeetingBeforeTheLastWordDoesNotCount() {
        var exam = drafted("写丙");
        exam.plan(exam.gathering.officer, 10);
        before(exam);
        assertThat(exam.gathering.read(exam.campaign).edited()).isBefore(exam.gathering.now.minus(Duration.ofDays(4)));
        exam.plan(exam.gathering.colleague, 12);
        assertThat(exam.approve(exam.gathering.now.minus(Duration.ofDays(3))))
                .isInstanceOf(ApprovePlan.Outcome.Wanting.class);
        before(exam);
        var without = new PlanExam.Command(id(exam.gathering.colleague), exam.campaign, null);
        exam.perform(exam.gathering.colleague, PlanExam.class, without);
        assertThat(exam.gathering.read(exam.campaign).edited()).isAfterOrEqualTo(exam.gathering.now);
    }

    @Test
    @DisplayName("考试以后没有留出阅卷的日子，审定不了")
    void markingTakesItsDays() {
        var exam = drafted("写丁");
        exam.plan(exam.gathering.officer, 10);
        opens(exam, dayAfterNotice(exam.gathering.read(exam.campaign)));
        assertThat(exam.approve(exam.gathering.now))
                .isInstanceOfSatisfying(
                        ApprovePlan.Outcome.Wanting.class,
                        one -> assertThat(one.why()).contains("考试以后要阅卷、复核"));
    }

    /** The first day behind review and notice, if the papers were marked on the day of the exam. */
    private LocalDate dayAfterNotice(CampaignRecord campaign) {
        var calendar = program.getBean(WorkingDays.class).calendar();
        var exam = Objects.requireNonNull(campaign.exam());
        var reviewed = calendar.workingDaysAfter(LocalDate.ofInstant(exam.sits(), ZONE), exam.reviewDays() + 1);
        return calendar.workingDaysAfter(reviewed, campaign.plan().noticeDays()).plusDays(1);
    }

    private static void opens(Examining exam, LocalDate on) {
        exam.gathering
                .jobs()
                .sql("update campaign.campaign set wishes_open = :on where id = :id")
                .param("on", on.atStartOfDay(ZONE).toOffsetDateTime())
                .param("id", exam.campaign)
                .update();
    }

    private Examining drafted(String name) {
        var exam = new Examining(program);
        exam.gathering.add(exam.campaign, exam.gathering.settled(name, 1));
        return exam;
    }

    /** The plan was written five days ago. */
    private static void before(Examining exam) {
        exam.gathering
                .jobs()
                .sql(
                        "update campaign.campaign set drafted_at = drafted_at - interval '5 days', edited_at = edited_at - interval '5 days' where id = :id")
                .param("id", exam.campaign)
                .update();
    }
}
