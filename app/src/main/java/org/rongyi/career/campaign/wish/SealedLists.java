package org.rongyi.career.campaign.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 封存的志愿, kept as they came: nothing is taken back or written over, the last one counts. */
@Component
public class SealedLists {

    private static final String COLUMNS = """
            select s.id, s.candidate_id, s.person_id, s.code_now, s.sealed, s.commitment, s.how, s.handed_at, s.handed_by
            from campaign.sealed_list s
            """;

    private static final String LAST =
            COLUMNS + "where s.candidate_id = :candidate order by s.handed_at desc, s.id desc limit 1";

    private static final String LAST_OF_ALL = """
            select distinct on (s.candidate_id)
                   s.id, s.candidate_id, s.person_id, s.code_now, s.sealed, s.commitment, s.how, s.handed_at, s.handed_by
            from campaign.sealed_list s
            join campaign.candidate c on c.id = s.candidate_id
            where s.campaign_id = :campaign and c.left_at is null
            order by s.candidate_id, s.handed_at desc, s.id desc
            """;

    private static final String WHO =
            "select distinct s.candidate_id from campaign.sealed_list s where s.campaign_id = :campaign";

    /** Everybody who takes part, by name, and when and how his last list came; nothing of what is in it. */
    private static final String TURNOUT = """
            select c.name, c.pseudonym, s.handed_at, s.how, s.handed_by
            from campaign.candidate c
            left join lateral (
                select l.handed_at, l.how, l.handed_by from campaign.sealed_list l
                where l.candidate_id = c.id
                order by l.handed_at desc, l.id desc
                limit 1) s on true
            where c.campaign_id = :campaign and c.left_at is null
            order by c.name, c.id
            limit :limit
            """;

    private static final int FETCH = 500;

    private static final String ANY =
            "select exists (select 1 from campaign.sealed_list s where s.campaign_id = :campaign)";

    private static final String INSERT = """
            insert into campaign.sealed_list (id, campaign_id, candidate_id, person_id, code_now, key_id, sealed, commitment,
                                              how, handed_at, handed_by)
            values (:id, :campaign, :candidate, :person, :code, :key, :sealed, :commitment, :how, :at, :by)
            """;

    /** Beside each other; until the transaction ends nobody opens. */
    private static final String HOLD = "select pg_advisory_xact_lock_shared(20219, hashtext(:campaign))";

    /** Alone: whoever is handing in has ended before, and is opened too. */
    private static final String HOLD_ALONE = "select pg_advisory_xact_lock(20219, hashtext(:campaign))";

    private final JdbcClient jdbc;
    private final Clock clock;

    SealedLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One list, as it was handed in. */
    public record Handed(
            UUID id,
            UUID candidate,
            UUID person,
            DivisionCode code,
            String sealed,
            String commitment,
            How how,
            Instant at,
            String by) {}

    public Optional<Handed> last(UUID candidate) {
        return jdbc.sql(LAST)
                .param("candidate", candidate)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Of whom there is one. */
    public Set<UUID> who(UUID campaign) {
        return jdbc.sql(WHO).param("campaign", campaign).query(UUID.class).set();
    }

    /**
     * Whether somebody who takes part has handed in.
     *
     * @param at when the list that counts came; none where he has none
     * @param how none where he has none
     * @param by himself, or the colleague at the counter; empty where he has none
     */
    public record Turnout(
            String name,
            String pseudonym,
            @Nullable Instant at,
            @Nullable How how,
            String by) {}

    /** A few hundred at a time, inside the caller's transaction. */
    public void eachTurnout(UUID campaign, Consumer<Turnout> to) {
        try (var rows = jdbc
                .sql(TURNOUT)
                .param("campaign", campaign)
                .param("limit", ListDownload.most())
                .withFetchSize(FETCH)
                .query((row, n) -> turnout(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    private static Turnout turnout(ResultSet row) throws SQLException {
        var at = row.getObject("handed_at", OffsetDateTime.class);
        return at == null
                ? new Turnout(row.getString("name"), row.getString("pseudonym"), null, null, "")
                : new Turnout(
                        row.getString("name"),
                        row.getString("pseudonym"),
                        at.toInstant(),
                        How.valueOf(row.getString("how")),
                        row.getString("handed_by"));
    }

    boolean any(UUID campaign) {
        return jdbc.sql(ANY).param("campaign", campaign).query(Boolean.class).single();
    }

    /** Of everybody who takes part. */
    List<Handed> lastOfAll(UUID campaign) {
        return jdbc.sql(LAST_OF_ALL)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    void hold(UUID campaign) {
        jdbc.sql(HOLD).param("campaign", campaign.toString()).query().singleRow();
    }

    void holdAlone(UUID campaign) {
        jdbc.sql(HOLD_ALONE).param("campaign", campaign.toString()).query().singleRow();
    }

    void insert(UUID id, Candidate candidate, UUID key, HandInWishes.Command command, How how, String by) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", candidate.campaign())
                .param("candidate", candidate.id())
                .param("person", candidate.person())
                .param("code", candidate.home().value())
                .param("key", key)
                .param("sealed", command.sealed())
                .param("commitment", command.commitment())
                .param("how", how.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    private static Handed read(ResultSet row) throws SQLException {
        return new Handed(
                row.getObject("id", UUID.class),
                row.getObject("candidate_id", UUID.class),
                row.getObject("person_id", UUID.class),
                new DivisionCode(row.getLong("code_now")),
                row.getString("sealed"),
                row.getString("commitment"),
                How.valueOf(row.getString("how")),
                row.getObject("handed_at", OffsetDateTime.class).toInstant(),
                row.getString("handed_by"));
    }
}
