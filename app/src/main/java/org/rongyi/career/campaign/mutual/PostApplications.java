package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 网上双选的申请, kept; what was withdrawn stays and does not count any more. */
@Component
public class PostApplications {

    private static final String OF = """
            select a.id, a.post_id, a.how, a.applied_at
            from campaign.mutual_application a
            where a.candidate_id = :candidate and a.withdrawn_at is null
            order by a.applied_at, a.id
            """;

    private static final String COUNTS = "select coalesce(campaign.mutual_counts(:candidate), false)";

    private static final String REFUSED = "select campaign.mutual_refused(:candidate, :post)";

    private static final String PEOPLE = """
            select count(distinct a.candidate_id) from campaign.mutual_application a
            where a.campaign_id = :campaign and a.withdrawn_at is null
            """;

    private static final String TURNOUT = """
            select c.name, c.pseudonym, count(*) as posts, max(a.applied_at) as last
            from campaign.mutual_application a
            join campaign.candidate c on c.id = a.candidate_id
            where a.campaign_id = :campaign and a.withdrawn_at is null
            group by c.id, c.name, c.pseudonym
            order by c.name, c.id
            """;

    private static final String INSERT = """
            insert into campaign.mutual_application (id, campaign_id, candidate_id, person_id, code_now, post_id, pseudonym, how,
                                                     applied_at)
            values (:id, :campaign, :candidate, :person, :code, :post, :pseudonym, :how, :at)
            """;

    private static final String WITHDRAW = """
            update campaign.mutual_application set withdrawn_at = :at
            where candidate_id = :candidate and post_id = :post and withdrawn_at is null
            """;

    /** Two clicks of one person wait for each other, so that nobody has one more than the most. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('campaign.applies ' || :candidate, 0))";

    private final JdbcClient jdbc;
    private final Clock clock;

    PostApplications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param counter whether it was entered at the counter */
    public record Application(UUID id, UUID post, boolean counter, Instant at) {}

    /** Somebody's that stand, the first first. */
    public List<Application> of(UUID candidate) {
        return jdbc.sql(OF)
                .param("candidate", candidate)
                .query((row, n) -> new Application(
                        row.getObject("id", UUID.class),
                        row.getObject("post_id", UUID.class),
                        row.getString("how").equals("COUNTER"),
                        row.getObject("applied_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether they are enough for the units to see them. */
    public boolean areEnough(UUID candidate) {
        return jdbc.sql(COUNTS)
                .param("candidate", candidate)
                .query(Boolean.class)
                .single();
    }

    /** Whether he was refused for the post: asked of the database, as a clerk of his village does not see the bureau's refusals. */
    boolean isRefused(UUID candidate, UUID post) {
        return jdbc.sql(REFUSED)
                .param("candidate", candidate)
                .param("post", post)
                .query(Boolean.class)
                .single();
    }

    /** How many people apply, enough or not. */
    public long people(UUID campaign) {
        return jdbc.sql(PEOPLE).param("campaign", campaign).query(Long.class).single();
    }

    /** Who applies and for how many posts, never for which. */
    public record Turnout(String name, String pseudonym, int posts, Instant last) {}

    /** The people that are counted, by name. */
    public void eachTurnout(UUID campaign, Consumer<Turnout> to) {
        try (var rows = jdbc
                .sql(TURNOUT)
                .param("campaign", campaign)
                .query((row, n) -> new Turnout(
                        row.getString("name"),
                        row.getString("pseudonym"),
                        row.getInt("posts"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .stream()) {
            rows.forEach(to);
        }
    }

    void lock(UUID candidate) {
        jdbc.sql(LOCK).param("candidate", candidate.toString()).query().singleRow();
    }

    void insert(Candidate who, UUID post, boolean counter) {
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("campaign", who.campaign())
                .param("candidate", who.id())
                .param("person", who.person())
                .param("code", who.home().value())
                .param("post", post)
                .param("pseudonym", who.pseudonym())
                .param("how", counter ? "COUNTER" : "SELF")
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** False where there was none. */
    boolean withdraw(UUID candidate, UUID post) {
        return jdbc.sql(WITHDRAW)
                        .param("at", OffsetDateTime.now(clock))
                        .param("candidate", candidate)
                        .param("post", post)
                        .update()
                == 1;
    }
}
