package org.rongyi.career.campaign.candidate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 资格审查, kept: who may not have which post, and why. He himself reads his own. */
@Component
public class Refusals {

    private static final String OF = """
            select f.id, f.post_id, f.ground, f.rule, f.reason, f.refused_by,
                   coalesce((select c.id from campaign.candidate c
                             where c.campaign_id = f.campaign_id and c.person_id = f.person_id and c.left_at is null),
                            f.candidate_id) as candidate_id
            from campaign.refusal f
            where f.campaign_id = :campaign and f.lifted_why is null
            order by f.refused_at, f.id
            """;

    private static final String ANY = """
            select exists (select from campaign.refusal f where f.campaign_id = :campaign and f.person_id = :person)
            """;

    private static final String INSERT = """
            insert into campaign.refusal (id, campaign_id, code_now, post_id, candidate_id, person_id, ground, rule, reason,
                                          refused_at, refused_by, refused_account)
            values (:id, :campaign, :code, :post, :candidate, :person, :ground, :rule, :reason, :at, :by, :account)
            """;

    private static final String LIFT = """
            update campaign.refusal set lifted_why = :why, lifted_by = :by, lifted_account = :account
            where id = :id and campaign_id = :campaign and lifted_why is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One that holds.
     *
     * @param candidate as whom he takes part now: who left and was taken in again is refused as before
     */
    public record Refusal(
            UUID id, UUID post, UUID candidate, RefusalGround ground, String rule, String reason, String by) {

        /** 亲属回避，夫妻关系（公务员法 第七十四条）：配偶是副主任. */
        public String words() {
            return said(ground, rule) + "：" + reason;
        }
    }

    /** The ground, and the rule where one is on record. */
    public static String said(RefusalGround ground, String rule) {
        if (rule.isEmpty()) {
            return ground.zh();
        }
        return rule.startsWith(ground.zh()) ? rule : ground.zh() + "，" + rule;
    }

    /** Those that hold, as far as the reader may see them. */
    public List<Refusal> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> new Refusal(
                        row.getObject("id", UUID.class),
                        row.getObject("post_id", UUID.class),
                        row.getObject("candidate_id", UUID.class),
                        RefusalGround.valueOf(row.getString("ground")),
                        row.getString("rule"),
                        row.getString("reason"),
                        row.getString("refused_by")))
                .list();
    }

    /** Whether he was ever refused for a post, lifted or not: the answer to what he asked stays to be read. */
    public boolean any(UUID campaign, UUID person) {
        return jdbc.sql(ANY)
                .param("campaign", campaign)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    UUID insert(
            CampaignRecord campaign,
            PlacementPost post,
            Candidate whom,
            RefuseForPost.Command given,
            String rule,
            Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("post", post.id())
                .param("candidate", whom.id())
                .param("person", whom.person())
                .param("ground", given.kind().name())
                .param("rule", rule)
                .param("reason", given.reason())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        return id;
    }

    /** Whether one held. */
    boolean lift(UUID campaign, UUID id, String why, Actor.Office by) {
        return jdbc.sql(LIFT)
                        .param("why", why)
                        .param("by", by.signed())
                        .param("account", by.account())
                        .param("id", id)
                        .param("campaign", campaign)
                        .update()
                == 1;
    }
}
