package org.rongyi.career.campaign.objection;

import java.time.LocalDate;
import java.util.Optional;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.platform.division.Divisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 现在可以对什么提异议: posts and scores for the plan's working days, the result for those of {@code campaign.result.days}. */
@Component
public class NoticeOpen {

    private static final String SHOWN = """
            select r.shown_until from campaign.run r
            where r.campaign_id = :campaign and r.approved_at is not null and r.set_aside_at is null
            """;

    private final JdbcClient jdbc;
    private final Divisions divisions;

    NoticeOpen(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    /** The last day on which one may be filed; none where nothing hangs today. */
    public Optional<LocalDate> until(CampaignRecord campaign) {
        return last(campaign).filter(until -> !until.isBefore(divisions.today()));
    }

    private Optional<LocalDate> last(CampaignRecord campaign) {
        if (campaign.isIn(CampaignStage.NOTICE)) {
            return Optional.ofNullable(campaign.noticeUntil());
        }
        return campaign.isIn(CampaignStage.RESULT)
                ? jdbc.sql(SHOWN)
                        .param("campaign", campaign.id())
                        .query(LocalDate.class)
                        .optional()
                : Optional.empty();
    }
}
