package org.rongyi.career.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 安置活动的阶段, moved: nothing else writes them. */
@Component
public class CampaignStages {

    private static final String ENTER = """
            stage = :stage, version = version + 1
            where id = :id and stage = :before and called_off_at is null
            """;

    private static final String NOTICE = """
            update campaign.campaign
            set plan_digest = :digest, notice_from = :from, notice_until = :until, cost_home = :home,
                cost_spouse = :spouse, cost_priority = :priority, cost_ability = :ability, cost_waiting = :waiting,
                cost_ahead = :ahead, pairs_most = :most, pairs_near = :near, pairs_spread = :spread, quotas = :quotas,
            """ + ENTER;

    private static final String WISHES = """
            update campaign.campaign
            set posts_digest = :posts, list_commitment = :list, draw_commitment = :draw, salt_sealed = :salt,
                frozen_at = :at,
            """ + ENTER;

    private static final String OPENED = """
            update campaign.campaign
            set share = :share, closed_digest = :closed, opened_at = :at, opened_account = :account,
            """ + ENTER;

    /** Of a stage with which nothing is settled that is not kept elsewhere. */
    private static final String BARE = "update campaign.campaign set " + ENTER;

    private static final String APPROVED = """
            select exists (select from campaign.run r where r.campaign_id = :id and r.approved_at is not null)
            """;

    private static final String CALL_OFF = """
            update campaign.campaign
            set called_off_why = :why, called_off_by = :by, called_off_at = :at, version = version + 1
            where id = :id and called_off_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignStages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws IllegalStateException where it does not follow, or the campaign is not what it was when it was locked */
    public void enter(CampaignRecord one, Entering into) {
        if (!one.stage().next().contains(into.stage())) {
            throw new IllegalStateException(into.stage() + " does not follow " + one.stage());
        }
        int moved = settled(into)
                .param("id", one.id())
                .param("stage", into.stage().name())
                .param("before", one.stage().name())
                .update();
        if (moved != 1) {
            throw new IllegalStateException("not " + one.stage() + " any more: " + one.number());
        }
    }

    private JdbcClient.StatementSpec settled(Entering into) {
        return switch (into) {
            case Entering.Notice(var digest, var from, var until, var terms, var quotas) ->
                jdbc.sql(NOTICE)
                        .param("digest", digest)
                        .param("from", from)
                        .param("until", until)
                        .param("home", terms.home())
                        .param("spouse", terms.spouse())
                        .param("priority", terms.priority())
                        .param("ability", terms.ability())
                        .param("waiting", terms.waiting())
                        .param("ahead", terms.ahead())
                        .param("most", terms.most())
                        .param("near", terms.near())
                        .param("spread", terms.spread())
                        .param("quotas", quotas);
            case Entering.Wishes(var posts, var list, var draw, var salt) ->
                jdbc.sql(WISHES)
                        .param("posts", posts)
                        .param("list", list)
                        .param("draw", draw)
                        .param("salt", salt)
                        .param("at", now());
            case Entering.Opened(var share, var closed, var by) ->
                jdbc.sql(OPENED)
                        .param("share", share)
                        .param("closed", closed)
                        .param("at", now())
                        .param("account", by.account());
            case Entering.Result _, Entering.OpenedAgain _, Entering.Followed _ -> jdbc.sql(BARE);
        };
    }

    /** Whether the group has approved a result: from then on nothing is called off. */
    public boolean hasApprovedResult(UUID campaign) {
        return jdbc.sql(APPROVED).param("id", campaign).query(Boolean.class).single();
    }

    /** Called off in whatever stage it is. */
    public void callOff(UUID campaign, String why, Actor.Office by) {
        jdbc.sql(CALL_OFF)
                .param("why", why)
                .param("by", by.signed())
                .param("at", now())
                .param("id", campaign)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
