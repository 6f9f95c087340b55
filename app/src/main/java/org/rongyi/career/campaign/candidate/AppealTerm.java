package org.rongyi.career.campaign.candidate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 申请资格审查复核的期限: so many working days from the day a second person checked the refusal, or from the first day of the notice where that is
 * later, as nobody can ask before. In a year without a calendar nobody knows the last day, and the term runs.
 */
@Component
public class AppealTerm {

    /** 个工作日. */
    public static final String DAYS = "campaign.appeal.days";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String STATE = """
            select f.checked_at, a.id is not null and a.upheld is null as waits, a.upheld is not null as answered
            from campaign.refusal f
            left join campaign.appeal a on a.refusal_id = f.id
            where f.id = :id and f.campaign_id = :campaign and f.lifted_why is null
            """;

    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final JdbcClient jdbc;

    AppealTerm(Policy policy, WorkingDays days, Divisions divisions, JdbcClient jdbc) {
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.jdbc = jdbc;
    }

    /** @param waits whether he asked and nobody has answered */
    private record State(@Nullable OffsetDateTime checkedAt, boolean waits, boolean answered) {}

    /**
     * The last day on which he may ask; none while a year it runs through has no calendar.
     *
     * @param noticeFrom the first day of the notice; none before the approval
     */
    public Optional<LocalDate> until(OffsetDateTime checked, @Nullable LocalDate noticeFrom) {
        var day = checked.atZoneSameInstant(ZONE).toLocalDate();
        try {
            return Optional.of(until(day, noticeFrom));
        } catch (NoCalendar e) {
            return Optional.empty();
        }
    }

    private LocalDate until(LocalDate checked, @Nullable LocalDate noticeFrom) {
        var from = noticeFrom == null || noticeFrom.isBefore(checked) ? checked : noticeFrom;
        return days.calendar().workingDaysAfter(from, policy.number(DAYS, checked));
    }

    /** Why nobody is refused today: he could not ask for another look before wishes are taken. Nothing while it is drafted. */
    Optional<String> late(CampaignRecord campaign) {
        if (!campaign.isIn(CampaignStage.NOTICE)) {
            return Optional.empty();
        }
        try {
            var until = until(divisions.today(), campaign.noticeFrom());
            var free = until.plusDays(1).atStartOfDay(ZONE).toInstant();
            return campaign.plan().opens().isBefore(free)
                    ? Optional.of("现在登记、核对不通过，本人到" + Words.day(until) + "都可以申请复核，填报志愿在这以前就开始了，来不及；已经登记的请撤销")
                    : Optional.empty();
        } catch (NoCalendar e) {
            return Optional.of(e.year() + " 年的工作日历还没有载入，申请复核到哪天算不出来，请省厅先在“工作日历”里载入");
        }
    }

    /** Whether this refusal keeps the notice from ending: nobody has checked it, he may still ask, or he waits for his answer. */
    boolean isOpen(CampaignRecord campaign, UUID refusal) {
        return jdbc.sql(STATE)
                .param("id", refusal)
                .param("campaign", campaign.id())
                .query(State.class)
                .optional()
                .filter(one -> isOpen(campaign, one))
                .isPresent();
    }

    private boolean isOpen(CampaignRecord campaign, State one) {
        var checked = one.checkedAt();
        if (checked == null || one.waits()) {
            return true;
        }
        return !one.answered()
                && until(checked, campaign.noticeFrom())
                        .filter(until -> until.isBefore(divisions.today()))
                        .isEmpty();
    }
}
