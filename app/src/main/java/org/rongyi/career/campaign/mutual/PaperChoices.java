package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 照单位的文录入的选择: one has typed it, and another types it again. */
@Component
public class PaperChoices {

    private static final String FIND = """
            select a.post_id, a.candidate_id, a.paper, a.entered_by, a.entered_account
            from campaign.mutual_paper a
            where a.post_id = :post and a.candidate_id = :candidate
            """;

    private static final String WAITING = """
            select a.post_id, a.candidate_id, a.paper, a.entered_by, a.entered_account
            from campaign.mutual_paper a
            where a.campaign_id = :campaign
              and not exists (select 1 from campaign.mutual_pick k where k.candidate_id = a.candidate_id)
            order by a.entered_at, a.id
            """;

    private static final String ENTER = """
            insert into campaign.mutual_paper (id, campaign_id, code_now, post_id, candidate_id, paper, entered_at, entered_by,
                                               entered_account)
            select :id, p.campaign_id, p.code_now, p.id, :candidate, :paper, :at, :by, :account
            from campaign.post p
            where p.id = :post
            on conflict (post_id, candidate_id) do update
            set paper = excluded.paper, entered_at = excluded.entered_at, entered_by = excluded.entered_by,
                entered_account = excluded.entered_account
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PaperChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param enteredAccount who typed it first */
    public record Choice(UUID postId, UUID candidateId, String paper, String enteredBy, UUID enteredAccount) {}

    Optional<Choice> find(UUID post, UUID candidate) {
        return jdbc.sql(FIND)
                .param("post", post)
                .param("candidate", candidate)
                .query(Choice.class)
                .optional();
    }

    /** Those another has still to type. */
    public List<Choice> waiting(UUID campaign) {
        return jdbc.sql(WAITING).param("campaign", campaign).query(Choice.class).list();
    }

    void enter(PlacementPost post, UUID candidate, String paper, Actor.Office by) {
        jdbc.sql(ENTER)
                .param("id", Ids.next())
                .param("candidate", candidate)
                .param("paper", paper)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("post", post.id())
                .update();
    }
}
