package org.rongyi.career.campaign.mutual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 先选先定, kept. Whoever takes somebody holds the campaign's lock, so that one person goes once and a seat goes once; unique keys refuse both to who
 * forgets the lock, and nobody has the right to change a row.
 */
@Component
public class Picks {

    /** The keys that refuse a second one, by name. */
    static final String PERSON = "mutual_pick_person";

    static final String SEAT = "mutual_pick_seat";

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('campaign.mutual ' || :campaign, 0))";

    private static final String OF = """
            select k.campaign_id, k.position, k.candidate_id, k.pseudonym, k.post_id, k.seat, k.how, k.paper, k.picked_at, k.chain
            from campaign.mutual_pick k
            where k.campaign_id = :campaign
            order by k.position
            """;

    private static final String INSERT = """
            insert into campaign.mutual_pick (campaign_id, position, code_now, candidate_id, pseudonym, post_id, seat, how, paper,
                                              picked_at, chain)
            values (:campaign, :position, :code, :candidate, :pseudonym, :post, :seat, :how, :paper, :at, :chain)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Picks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else is taken in this campaign. */
    void lock(UUID campaign) {
        jdbc.sql(LOCK).param("campaign", campaign.toString()).query().singleRow();
    }

    /** All, the first first. */
    public List<Pick> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> pick(row))
                .list();
    }

    /** By whom somebody was taken. */
    public static Optional<Pick> of(List<Pick> picks, UUID candidate) {
        return picks.stream().filter(one -> one.candidate().equals(candidate)).findFirst();
    }

    /** How many seats of a post are gone. */
    public static int taken(List<Pick> picks, UUID post) {
        return (int) picks.stream().filter(one -> one.post().equals(post)).count();
    }

    /** @param before all there are; the lock is held */
    void insert(CampaignRecord campaign, List<Pick> before, Whom whom, UUID post, PickHow how, @Nullable String paper) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int position = before.size() + 1;
        int seat = taken(before, post) + 1;
        var head = before.isEmpty() ? null : before.getLast().chain();
        jdbc.sql(INSERT)
                .param("campaign", campaign.id())
                .param("position", position)
                .param("code", campaign.code().value())
                .param("candidate", whom.candidate())
                .param("pseudonym", whom.pseudonym())
                .param("post", post)
                .param("seat", seat)
                .param("how", how.name())
                .param("paper", paper)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("chain", PickChain.next(head, campaign.id(), position, whom.pseudonym(), post, seat, how, at))
                .update();
    }

    /** Who is taken. */
    record Whom(UUID candidate, String pseudonym) {}

    private static Pick pick(ResultSet row) throws SQLException {
        return new Pick(
                row.getObject("campaign_id", UUID.class),
                row.getInt("position"),
                row.getObject("candidate_id", UUID.class),
                row.getString("pseudonym"),
                row.getObject("post_id", UUID.class),
                row.getInt("seat"),
                PickHow.valueOf(row.getString("how")),
                row.getString("paper"),
                row.getObject("picked_at", OffsetDateTime.class).toInstant(),
                row.getString("chain"));
    }
}
