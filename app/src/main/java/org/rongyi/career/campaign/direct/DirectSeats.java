package org.rongyi.career.campaign.direct;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.candidate.SettledPosts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 直通安置的位子: how many of each post are settled or held, for whoever asks; and who has them, as the run is given it. */
@Component
public class DirectSeats implements SettledPosts {

    private static final String TAKEN = "select s.post, s.settled, s.held from campaign.direct_seats(:campaign) s";

    private static final String SHOWN = """
            select s.post, s.name, s.others, s.reason, s.from_on, s.until_on, s.withdrawn, s.settled
            from campaign.direct_shown(:campaign, :today) s
            """;

    private static final String SETTLED = """
            select c.id as candidate, c.pseudonym, p.code as post, a.reason, k.pilot
            from campaign.direct_application a
            join campaign.direct_call k on k.id = a.call_id
            join campaign.post p on p.id = k.post_id
            join campaign.candidate c on c.id = a.candidate_id and c.left_at is null
            where a.campaign_id = :campaign and a.settled_at is not null
            order by a.settled_at, a.id
            """;

    private static final String OWN = """
            select p.post from campaign.direct_post(:candidate) p (post) where p.post is not null
            """;

    private final JdbcClient jdbc;

    DirectSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of one post.
     *
     * @param settled gone for good
     * @param held agreed on and not settled yet
     */
    public record Taken(UUID post, int settled, int held) {
        public int all() {
            return settled + held;
        }
    }

    /** What is shown of an agreement, its name masked. Why it was withdrawn is nobody else's: only who did is shown. */
    public record Shown(
            UUID post,
            String name,
            String others,
            String reason,
            LocalDate fromOn,
            LocalDate untilOn,
            @Nullable DirectSide withdrawn,
            boolean settled) {}

    /** @param post its number */
    public record Settled(UUID candidate, String pseudonym, String post, String reason, String pilot) {}

    /** By post; a post without any is not here. */
    public Map<UUID, Taken> taken(UUID campaign) {
        return jdbc.sql(TAKEN).param("campaign", campaign).query(Taken.class).list().stream()
                .collect(Collectors.toMap(Taken::post, Function.identity()));
    }

    /** How many seats of one post are gone for good. */
    public int settled(UUID campaign, UUID post) {
        var taken = taken(campaign).get(post);
        return taken == null ? 0 : taken.settled();
    }

    /** What hangs today. */
    public List<Shown> shown(UUID campaign, LocalDate today) {
        return jdbc.sql(SHOWN)
                .param("campaign", campaign)
                .param("today", today)
                .query(Shown.class)
                .list();
    }

    /** Who takes part in no way any more, as far as the reader may see them. */
    public List<Settled> settled(UUID campaign) {
        return jdbc.sql(SETTLED)
                .param("campaign", campaign)
                .query(Settled.class)
                .list();
    }

    @Override
    public Optional<UUID> of(UUID candidate) {
        return jdbc.sql(OWN).param("candidate", candidate).query(UUID.class).optional();
    }
}
