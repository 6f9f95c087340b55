package org.rongyi.career.campaign.after;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 介绍信, kept: read within the reader's reach, by himself his own. */
@Component
public class PlacementLetters {

    private static final String COLUMNS = """
            select l.id, l.campaign_id, l.placed_id, l.candidate_id, l.reception_id, l.post_id, l.person_id, l.code_now,
                   l.state, l.issued_on, l.duty_by, l.issued_by, l.on_duty_on, l.contract_years, l.open_ended, l.words
            from campaign.letter l
            """;

    private static final String OF = COLUMNS + "where l.campaign_id = :campaign order by l.issued_on, l.id";

    private static final String FIND = COLUMNS + "where l.id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String OUT = """
            select exists (select from campaign.letter l
                           where l.person_id = :person and l.reception_id = :reception and l.placed_id <> :placed
                             and l.state in ('ISSUED', 'ON_DUTY'))
            """;

    private static final String IS_ISSUED = "select exists (select from campaign.letter l where l.placed_id = :placed)";

    private static final String IS_MOVED_OUT = """
            select exists (select from campaign.placed p where p.id = :placed and p.moved_out_at is not null)
            """;

    private static final String MOVE_OUT = "update campaign.placed set moved_out_at = :at where id = :placed";

    private static final String STANDING = """
            select c.id, c.reception_id,
                   exists (select from campaign.letter l
                           where l.person_id = c.person_id and l.reception_id = c.reception_id
                             and l.state in ('ISSUED', 'ON_DUTY')) as out,
                   exists (select from campaign.placed p
                           join campaign.run r on r.id = p.run_id
                           where p.candidate_id = c.id and r.approved_at is not null and p.moved_out_at is not null) as moved_out
            from campaign.candidate c
            where c.id = any(:candidates)
            """;

    private static final String INSERT = """
            insert into campaign.letter (id, campaign_id, placed_id, candidate_id, reception_id, post_id, person_id, code_now,
                                         state, issued_on, issued_at, duty_by, issued_by)
            values (:id, :campaign, :placed, :candidate, :reception, :post, :person, :code, 'ISSUED', :on, :at, :dutyBy, :by)
            """;

    private static final String ON_DUTY = """
            update campaign.letter
            set state = 'ON_DUTY', on_duty_on = :on, contract_years = :years, open_ended = :openEnded, recorded_by = :by,
                version = version + 1
            where id = :id
            """;

    private static final String WITHDRAW = """
            update campaign.letter set state = 'WITHDRAWN', words = :words, recorded_by = :by, version = version + 1 where id = :id
            """;

    private static final String REFUSE = """
            update campaign.letter
            set state = :state, words = :words, recorded_by = :by, version = version + 1,
                refused_on = case when cast(:state as text) = 'REFUSED' then cast(:on as date) end,
                unit_refused_on = case when cast(:state as text) = 'UNIT_REFUSED' then cast(:on as date) end
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlacementLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<PlacementLetter> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<PlacementLetter> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    Optional<PlacementLetter> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** A withdrawn one too: what becomes of him then is the group's to decide. */
    boolean isIssued(UUID placed) {
        return jdbc.sql(IS_ISSUED).param("placed", placed).query(Boolean.class).single();
    }

    /** Whether the group took him out of his post before a letter was issued. */
    boolean isMovedOut(UUID placed) {
        return jdbc.sql(IS_MOVED_OUT)
                .param("placed", placed)
                .query(Boolean.class)
                .single();
    }

    void moveOut(UUID placed) {
        jdbc.sql(MOVE_OUT)
                .param("at", OffsetDateTime.now(clock))
                .param("placed", placed)
                .update();
    }

    /**
     * @param out whether a letter of the same reception is out that nobody has refused
     * @param movedOut whether the group took him out of his post before a letter was issued
     */
    record Standing(UUID id, UUID receptionId, boolean out, boolean movedOut) {}

    /** How it stands with each of them, who have no letter of this campaign. */
    List<Standing> standing(Collection<UUID> candidates) {
        return jdbc.sql(STANDING)
                .param("candidates", candidates.toArray(UUID[]::new))
                .query(Standing.class)
                .list();
    }

    /** Whether he has a letter that came of another result than this, and that nobody has refused. */
    boolean isOut(Candidate whom, UUID placed) {
        return jdbc.sql(OUT)
                .param("person", whom.person())
                .param("reception", whom.reception())
                .param("placed", placed)
                .query(Boolean.class)
                .single();
    }

    void insert(UUID id, UUID placed, UUID post, Candidate whom, LocalDate on, LocalDate dutyBy, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", whom.campaign())
                .param("placed", placed)
                .param("candidate", whom.id())
                .param("reception", whom.reception())
                .param("post", post)
                .param("person", whom.person())
                .param("code", whom.home().value())
                .param("on", on)
                .param("at", OffsetDateTime.now(clock))
                .param("dutyBy", dutyBy)
                .param("by", by.signed())
                .update();
    }

    void onDuty(UUID id, LocalDate on, @Nullable Integer years, boolean openEnded, Actor.Office by) {
        jdbc.sql(ON_DUTY)
                .param("on", on)
                .param("years", years)
                .param("openEnded", openEnded)
                .param("by", by.signed())
                .param("id", id)
                .update();
    }

    void withdraw(UUID id, String words, Actor.Office by) {
        jdbc.sql(WITHDRAW)
                .param("words", words)
                .param("by", by.signed())
                .param("id", id)
                .update();
    }

    void refuse(UUID id, LetterState state, String words, LocalDate on, Actor.Office by) {
        jdbc.sql(REFUSE)
                .param("state", state.name())
                .param("words", words)
                .param("on", on)
                .param("by", by.signed())
                .param("id", id)
                .update();
    }

    private static PlacementLetter read(ResultSet row) throws SQLException {
        return new PlacementLetter(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("placed_id", UUID.class),
                row.getObject("candidate_id", UUID.class),
                row.getObject("reception_id", UUID.class),
                row.getObject("post_id", UUID.class),
                row.getObject("person_id", UUID.class),
                new DivisionCode(row.getLong("code_now")),
                LetterState.valueOf(row.getString("state")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("duty_by", LocalDate.class),
                row.getString("issued_by"),
                row.getObject("on_duty_on", LocalDate.class),
                row.getObject("contract_years", Integer.class),
                row.getBoolean("open_ended"),
                row.getString("words"));
    }
}
