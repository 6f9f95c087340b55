package org.rongyi.career.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 参加人, read: by the office within its territory, by the veteran himself. */
@Component
public class Candidates {

    /** The beginning of every list of them. */
    public static final String COLUMNS = """
            select c.id, c.campaign_id, c.reception_id, c.person_id, c.code_now, c.name, c.pseudonym, c.kind, c.kind_said,
                   c.score, c.score_until, c.exempt_ground, c.priority_ground, c.tie_merit, c.tie_service, c.tie_hardship,
                   c.tie_disability, c.tie_age, c.exam_points, c.spouse_now, c.abilities, c.left_why, c.added_account,
                   c.checked_account is not null as grounds_checked, c.version
            from campaign.candidate c
            """;

    private static final String OF = COLUMNS + """
            where c.campaign_id = :campaign and c.left_at is null
            order by c.exempt_ground is null, c.score desc, c.pseudonym
            """;

    private static final String RECEPTIONS =
            "select c.reception_id from campaign.candidate c where c.campaign_id = :campaign and c.left_at is null";

    private static final String KINDS =
            "select distinct c.kind from campaign.candidate c where c.campaign_id = :campaign and c.left_at is null";

    private static final String COUNT =
            "select count(*) from campaign.candidate c where c.campaign_id = :campaign and c.left_at is null";

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String AMONG = COLUMNS + """
            where c.campaign_id = :campaign and c.left_at is null and c.reception_id = any(:receptions)
            order by c.name, c.id
            """;

    private static final String NAMED = COLUMNS + """
            where c.campaign_id = :campaign and c.left_at is null and (c.name = :who or c.pseudonym = upper(:who))
            order by c.pseudonym
            limit :limit
            """;

    private static final String OF_PERSON =
            COLUMNS + "where c.person_id = :person and c.left_at is null order by c.added_at desc, c.id limit :limit";

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who takes part: who is exempt first, then by score. */
    public List<Candidate> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    /** How many take part. */
    public long count(UUID campaign) {
        return jdbc.sql(COUNT).param("campaign", campaign).query(Long.class).single();
    }

    /** The receptions of who takes part. */
    public List<UUID> receptions(UUID campaign) {
        return jdbc.sql(RECEPTIONS)
                .param("campaign", campaign)
                .query(UUID.class)
                .list();
    }

    /** The kinds of who takes part. */
    public Set<CandidateKind> kinds(UUID campaign) {
        return jdbc.sql(KINDS)
                .param("campaign", campaign)
                .query((row, n) -> CandidateKind.valueOf(row.getString("kind")))
                .set();
    }

    /** Who of these takes part, by name. */
    public List<Candidate> among(UUID campaign, Collection<UUID> receptions) {
        return jdbc.sql(AMONG)
                .param("campaign", campaign)
                .param("receptions", receptions.toArray(UUID[]::new))
                .query((row, n) -> read(row))
                .list();
    }

    /** Who takes part under this name, or this pseudonym. */
    public List<Candidate> named(UUID campaign, String who, int limit) {
        return jdbc.sql(NAMED)
                .param("campaign", campaign)
                .param("who", who)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Where somebody takes part, the latest first. */
    public List<Candidate> ofPerson(UUID person, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<Candidate> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** The same, and nobody changes it before the transaction ends. */
    public Optional<Candidate> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** A row of {@link #COLUMNS}. */
    public static Candidate read(ResultSet row) throws SQLException {
        var spouse = row.getObject("spouse_now", Long.class);
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("reception_id", UUID.class),
                row.getObject("person_id", UUID.class),
                new DivisionCode(row.getLong("code_now")),
                row.getString("name"),
                row.getString("pseudonym"),
                CandidateKind.valueOf(row.getString("kind")),
                row.getBoolean("kind_said"),
                row.getBigDecimal("score"),
                row.getObject("score_until", LocalDate.class),
                row.getString("exempt_ground"),
                row.getString("priority_ground"),
                ties(row),
                ExamColumns.points(row),
                spouse == null ? null : new DivisionCode(spouse),
                List.of((String[]) row.getArray("abilities").getArray()),
                row.getString("left_why"),
                row.getObject("added_account", UUID.class),
                row.getBoolean("grounds_checked"),
                row.getInt("version"));
    }

    private static Map<Tie, Long> ties(ResultSet row) throws SQLException {
        return Map.of(
                Tie.MERIT, row.getLong("tie_merit"),
                Tie.SERVICE, row.getLong("tie_service"),
                Tie.HARDSHIP, row.getLong("tie_hardship"),
                Tie.DISABILITY, row.getLong("tie_disability"),
                Tie.AGE, row.getLong("tie_age"));
    }
}
