package org.rongyi.career.campaign.candidate;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 更正的得分, kept beside the settled list, which stands as it was committed to. */
@Component
public class ScoreCorrections {

    private static final String LATEST = """
            select distinct on (o.candidate_id) o.candidate_id, o.score, o.tie_merit, o.tie_service, o.tie_hardship,
                   o.tie_disability, o.tie_age
            from campaign.correction o
            where o.campaign_id = :campaign
            order by o.candidate_id, o.decided_at desc, o.id desc
            """;

    private static final String APPROVED = """
            select exists (select from campaign.run r
                           where r.campaign_id = :campaign and (r.approved_at is not null or r.was_approved_at is not null))
            """;

    private static final String MET = """
            select coalesce(max(m.held_on) filter (where o.candidate_id = :candidate), min(m.held_on)) from campaign.correction o
            join campaign.meeting m on m.id = o.meeting_id
            where o.campaign_id = :campaign and o.after_letters
            """;

    private static final String INSERT = """
            insert into campaign.correction (id, campaign_id, candidate_id, meeting_id, code_now, score, tie_merit, tie_service,
                                             tie_hardship, tie_disability, tie_age, after_letters, reason, decided_at, decided_by,
                                             decided_account)
            values (:id, :campaign, :candidate, :meeting, :code, :score, :merit, :service, :hardship, :disability, :age,
                    :after, :reason, :at, :by, :account)
            """;

    private static final String PUBLISH = """
            update campaign.campaign
            set corrected_digest = :digest, corrected_people = :people, corrected_why = :why, version = version + 1
            where id = :id and stage = 'OPENED'
            """;

    private static final String AFTER = """
            update campaign.campaign g
            set corrected_after = (select count(distinct o.candidate_id) from campaign.correction o
                                   where o.campaign_id = g.id and o.after_letters),
                corrected_why = :why, version = version + 1
            where g.id = :id and g.stage = 'FOLLOWED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ScoreCorrections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What counts of somebody: his 档案分 and what stands under each tie. */
    public record Entry(BigDecimal score, Map<Tie, Long> ties) {

        public Entry {
            ties = Map.copyOf(ties);
        }

        /** Whether nothing of it is another that the plan asks for. */
        boolean isSame(Entry other, List<Tie> asked) {
            return score.compareTo(other.score) == 0
                    && asked.stream().allMatch(tie -> Objects.equals(ties.get(tie), other.ties.get(tie)));
        }
    }

    /** By candidate, what was corrected last; nothing of who stands as he was settled. */
    public Map<UUID, Entry> of(UUID campaign) {
        var latest = new HashMap<UUID, Entry>();
        jdbc.sql(LATEST).param("campaign", campaign).query((ResultSet row) -> {
            latest.put(row.getObject("candidate_id", UUID.class), entry(row));
        });
        return latest;
    }

    /** Whether the group has approved a result, be it set aside since: then the campaign is not simply called off any more. */
    boolean isAfterApproval(UUID campaign) {
        return jdbc.sql(APPROVED)
                .param("campaign", campaign)
                .query(Boolean.class)
                .single();
    }

    /** The day of the meeting that corrected his score last after letters had been issued; the first one of the campaign, where his was not. There was one. */
    public LocalDate metAfterLetters(UUID campaign, UUID candidate) {
        return jdbc.sql(MET)
                .param("campaign", campaign)
                .param("candidate", candidate)
                .query(LocalDate.class)
                .single();
    }

    /**
     * What the group decided.
     *
     * @param isAfterLetters whether letters were issued, so that the result stands and he is put right by the written decision
     * @param reason as everybody reads it
     */
    public record Decision(UUID meeting, boolean isAfterLetters, String reason) {}

    public void insert(Candidate who, Entry right, Decision decision, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("campaign", who.campaign())
                .param("candidate", who.id())
                .param("meeting", decision.meeting())
                .param("code", who.home().value())
                .param("score", right.score())
                .param("merit", right.ties().get(Tie.MERIT))
                .param("service", right.ties().get(Tie.SERVICE))
                .param("hardship", right.ties().get(Tie.HARDSHIP))
                .param("disability", right.ties().get(Tie.DISABILITY))
                .param("age", right.ties().get(Tie.AGE))
                .param("after", decision.isAfterLetters())
                .param("reason", decision.reason())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
    }

    /** @param digest of all that is corrected, which a run must come to again; none where everybody stands as he was settled again */
    public void publish(CampaignRecord campaign, @Nullable String digest, int people, String why) {
        jdbc.sql(PUBLISH)
                .param("digest", digest)
                .param("people", people)
                .param("why", why)
                .param("id", campaign.id())
                .update();
    }

    /** How many were put right after letters had been issued. */
    public void publishAfter(CampaignRecord campaign, String why) {
        jdbc.sql(AFTER).param("why", why).param("id", campaign.id()).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getBigDecimal("score"),
                Map.of(
                        Tie.MERIT, row.getLong("tie_merit"),
                        Tie.SERVICE, row.getLong("tie_service"),
                        Tie.HARDSHIP, row.getLong("tie_hardship"),
                        Tie.DISABILITY, row.getLong("tie_disability"),
                        Tie.AGE, row.getLong("tie_age")));
    }
}
