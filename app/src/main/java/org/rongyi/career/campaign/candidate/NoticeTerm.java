package org.rongyi.career.campaign.candidate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 公示期: nobody changes anything behind it, and what changes hangs for the whole of the plan's working days. */
@Component
public class NoticeTerm {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String PROLONG = """
            update campaign.campaign set notice_until = :until, version = version + 1
            where id = :id and stage = 'NOTICE' and notice_until < :until
            """;

    private final ScoreNotices notices;
    private final WorkingDays days;
    private final Divisions divisions;
    private final JdbcClient jdbc;

    NoticeTerm(ScoreNotices notices, WorkingDays days, Divisions divisions, JdbcClient jdbc) {
        this.notices = notices;
        this.days = days;
        this.divisions = divisions;
        this.jdbc = jdbc;
    }

    /** Why nothing is changed any more; with an exam the notice that counts hangs once its points stand. Nothing while it is drafted or the notice hangs. */
    public Optional<String> over(CampaignRecord campaign) {
        var until = campaign.noticeUntil();
        var exam = campaign.exam();
        if (exam != null && !exam.settled()) {
            return Optional.empty();
        }
        return campaign.isIn(CampaignStage.NOTICE) && until != null && until.isBefore(divisions.today())
                ? Optional.of("公示已经满期，只能结束公示定名单，或者停办")
                : Optional.empty();
    }

    /** The same for what the public reads: why it cannot hang long enough before wishes are taken. */
    public Optional<String> closed(CampaignRecord campaign) {
        return over(campaign).or(() -> late(campaign));
    }

    /**
     * The same for what must be made true again, also behind the last day: a score corrected since, somebody who does not wait any more. It hangs
     * anew; nothing is in its way but the day wishes are taken from.
     */
    public Optional<String> late(CampaignRecord campaign) {
        if (!campaign.isIn(CampaignStage.NOTICE)) {
            return Optional.empty();
        }
        try {
            return early(campaign, until(campaign));
        } catch (NoCalendar e) {
            return Optional.of(e.year() + " 年的工作日历还没有载入，重新公示到哪天算不出来，请省厅先在“工作日历”里载入");
        }
    }

    private static Optional<String> early(CampaignRecord campaign, LocalDate until) {
        var free = until.plusDays(1).atStartOfDay(ZONE).toInstant();
        return campaign.plan().opens().isBefore(free)
                ? Optional.of("改了要重新公示到" + Words.day(until) + "，填报志愿在这以前就开始了，不能再改")
                : Optional.empty();
    }

    /** Hangs what is true now; to be called behind each change that the public reads. Nothing hangs before the approval. */
    public void prolong(CampaignRecord campaign) {
        if (!campaign.isIn(CampaignStage.NOTICE)) {
            return;
        }
        var until = until(campaign);
        jdbc.sql(PROLONG).param("until", until).param("id", campaign.id()).update();
        notices.hang(campaign.id(), until);
    }

    private LocalDate until(CampaignRecord campaign) {
        var anew = days.calendar()
                .workingDaysAfter(divisions.today(), campaign.plan().noticeDays());
        var old = campaign.noticeUntil();
        return old == null || old.isBefore(anew) ? anew : old;
    }
}
