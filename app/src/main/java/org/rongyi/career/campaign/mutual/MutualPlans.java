package org.rongyi.career.campaign.mutual;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Selection;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 网上双选的办法, written; it is read with its campaign. */
@Component
class MutualPlans {

    private static final String PLAN = """
            insert into campaign.mutual (campaign_id, code_now, least, most, browse_from, browse_to, decide_from, decide_to,
                                         planned_by)
            values (:campaign, :code, :least, :most, :browseFrom, :browseTo, :decideFrom, :decideTo, :by)
            on conflict (campaign_id) do update
            set least = excluded.least, most = excluded.most, browse_from = excluded.browse_from,
                browse_to = excluded.browse_to, decide_from = excluded.decide_from, decide_to = excluded.decide_to,
                planned_by = excluded.planned_by
            """;

    private static final String UNPLAN = "delete from campaign.mutual where campaign_id = :campaign";

    private final JdbcClient jdbc;

    MutualPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void plan(CampaignRecord campaign, Selection.Online rule, Actor.Office by) {
        jdbc.sql(PLAN)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("least", rule.least())
                .param("most", rule.most())
                .param("browseFrom", at(rule.browseFrom()))
                .param("browseTo", at(rule.browseTo()))
                .param("decideFrom", at(rule.decideFrom()))
                .param("decideTo", at(rule.decideTo()))
                .param("by", by.signed())
                .update();
    }

    void unplan(UUID campaign) {
        jdbc.sql(UNPLAN).param("campaign", campaign).update();
    }

    private static OffsetDateTime at(Instant one) {
        return one.atOffset(ZoneOffset.UTC);
    }
}
