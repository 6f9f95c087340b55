package org.rongyi.career.campaign.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.SourceTime;
import org.rongyi.career.campaign.exam.ExamPolicy;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** Whether an exam fits between the approval and the time for wishes: registration ahead of it, then marking, review and a notice of the scores. */
@Component
class ExamTimes {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkingDays days;
    private final Policy policy;
    private final Divisions divisions;
    private final Clock clock;

    ExamTimes(WorkingDays days, Policy policy, Divisions divisions, Clock clock) {
        this.days = days;
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    List<ApprovePlan.Missing> missing(CampaignRecord campaign) {
        var exam = campaign.exam();
        if (exam == null) {
            return List.of();
        }
        if (exam.opens().isBefore(clock.instant())) {
            return List.of(new ApprovePlan.Missing("考试报名的开始时间已经过了，请先修改考试的安排", "exam"));
        }
        if (SourceTime.of(exam.source()).isEmpty()) {
            return List.of(new ApprovePlan.Missing("抽座位的来源没有写几点公布，请先修改考试的安排", "exam"));
        }
        var calendar = days.calendar();
        int marking = policy.number(ExamPolicy.MARKING_DAYS, divisions.today());
        var reviewed =
                calendar.workingDaysAfter(LocalDate.ofInstant(exam.sits(), ZONE), marking + exam.reviewDays() + 1);
        var shown = calendar.workingDaysAfter(reviewed, campaign.plan().noticeDays());
        return campaign.plan()
                        .opens()
                        .isBefore(shown.plusDays(1).atStartOfDay(ZONE).toInstant())
                ? List.of(new ApprovePlan.Missing(
                        "考试以后要阅卷、复核、再公示总分，最早到" + Words.day(shown) + "才满，填报志愿应在这以后开始，请先修改方案或者考试的安排", "plan"))
                : List.of();
    }
}
