package org.rongyi.career.reception.ending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.EndKind;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 终止安置待遇, kept; words about a person are sealed. */
@Component
public class Endings {

    static final SealedField REASON = new SealedField("reception.ending", "reason_sealed");
    static final SealedField HEARD = new SealedField("reception.ending", "heard_sealed");
    static final SealedField OBJECTION = new SealedField("reception.ending", "objection_sealed");

    private static final String OF = """
            select e.id, e.kind, e.reason_sealed, e.heard_on, e.heard_sealed, e.proposed_by, e.proposed_account, e.agreed,
                   e.decided_on, e.decided_by, e.decided_account, e.decision, e.objection_sealed, e.upheld, e.answer,
                   e.answered_by
            from reception.ending e
            where e.reception_id = :reception
            order by e.proposed_at desc, e.id
            """;

    private static final String INSERT = """
            insert into reception.ending (id, reception_id, person_id, code_now, kind, reason_sealed, heard_on, heard_sealed,
                                          proposed_at, proposed_by, proposed_account)
            values (:id, :reception, :person, :code, :kind, :reason, :heardOn, :heard, :at, :by, :account)
            """;

    private static final String DECIDE = """
            update reception.ending
            set agreed = :agreed, decided_on = :on, decided_by = :by, decided_account = :account, decision = :decision
            where id = :id and agreed is null
            """;

    private static final String END = """
            update reception.reception set ended_on = :on, ended_kind = :kind, version = version + 1 where id = :id
            """;

    private static final String OBJECT = """
            update reception.ending set objection_sealed = :words, objected_at = :at
            where id = :id and agreed and objection_sealed is null
            """;

    private static final String ANSWER = """
            update reception.ending set upheld = :upheld, answer = :answer, answered_by = :by
            where id = :id and objection_sealed is not null and upheld is null
            """;

    /** What waits for a leader: the longest waiting first. */
    private static final String WAITING = """
            select r.id as reception, r.person_name, e.kind, e.proposed_at, e.objected_at
            from reception.ending e
            join reception.reception r on r.id = e.reception_id
            where e.code_now >= :low and e.code_now < :high
              and (e.agreed is null or e.objection_sealed is not null and e.upheld is null)
            order by coalesce(e.objected_at, e.proposed_at), e.id
            limit :limit
            """;

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Endings(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * One, from proposal to answer.
     *
     * @param heard what he said, or that he did not come though he was asked
     * @param agreed none while the leader has not decided
     * @param upheld none while nobody has answered his objection
     */
    public record Ending(
            UUID id,
            EndKind kind,
            String reason,
            LocalDate heardOn,
            String heard,
            String proposedBy,
            UUID proposer,
            @Nullable Boolean agreed,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy,
            @Nullable UUID decider,
            @Nullable String decision,
            @Nullable String objection,
            @Nullable Boolean upheld,
            @Nullable String answer,
            @Nullable String answeredBy) {

        public boolean isAgreed() {
            return agreed != null && agreed;
        }

        /** He objected, and nobody has answered. */
        public boolean isObjected() {
            return objection != null && upheld == null;
        }
    }

    /**
     * One that waits for a leader.
     *
     * @param objectedAt when he objected; none while the proposal itself is not decided
     */
    public record Waiting(
            UUID reception,
            String personName,
            EndKind kind,
            OffsetDateTime proposedAt,
            @Nullable OffsetDateTime objectedAt) {}

    /** Proposals nobody has decided and objections nobody has answered. */
    public List<Waiting> waiting(Scope scope) {
        return jdbc.sql(WAITING)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("limit", MOST)
                .query((row, n) -> new Waiting(
                        row.getObject("reception", UUID.class),
                        row.getString("person_name"),
                        EndKind.valueOf(row.getString("kind")),
                        row.getObject("proposed_at", OffsetDateTime.class),
                        row.getObject("objected_at", OffsetDateTime.class)))
                .list();
    }

    /** The latest first. To himself only what was decided. */
    public List<Ending> of(UUID reception) {
        return jdbc.sql(OF)
                .param("reception", reception)
                .query((row, n) -> ending(row))
                .list();
    }

    void insert(UUID id, Reception one, ProposeEnd.Command given, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("reception", one.id())
                .param("person", one.person())
                .param("code", one.code().value())
                .param("kind", given.kind().name())
                .param("reason", vault.seal(REASON, id, given.reason()))
                .param("heardOn", given.heardOn())
                .param("heard", vault.seal(HEARD, id, given.heard()))
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
    }

    void decide(UUID id, boolean agreed, LocalDate on, String decision, Actor.Office by) {
        jdbc.sql(DECIDE)
                .param("agreed", agreed)
                .param("on", on)
                .param("by", by.signed())
                .param("account", by.account())
                .param("decision", decision)
                .param("id", id)
                .update();
    }

    /** Ends it, or with neither day nor kind takes it up again. */
    void end(UUID reception, @Nullable LocalDate on, @Nullable EndKind kind) {
        jdbc.sql(END)
                .param("on", on)
                .param("kind", kind == null ? null : kind.name())
                .param("id", reception)
                .update();
    }

    void object(UUID id, String words) {
        jdbc.sql(OBJECT)
                .param("words", vault.seal(OBJECTION, id, words))
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    void answer(UUID id, boolean upheld, String answer, Actor.Office by) {
        jdbc.sql(ANSWER)
                .param("upheld", upheld)
                .param("answer", answer)
                .param("by", by.signed())
                .param("id", id)
                .update();
    }

    private Ending ending(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var objection = row.getBytes("objection_sealed");
        return new Ending(
                id,
                EndKind.valueOf(row.getString("kind")),
                vault.open(REASON, id, row.getBytes("reason_sealed")),
                row.getObject("heard_on", LocalDate.class),
                vault.open(HEARD, id, row.getBytes("heard_sealed")),
                row.getString("proposed_by"),
                row.getObject("proposed_account", UUID.class),
                row.getObject("agreed", Boolean.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                row.getObject("decided_account", UUID.class),
                row.getString("decision"),
                objection == null ? null : vault.open(OBJECTION, id, objection),
                row.getObject("upheld", Boolean.class),
                row.getString("answer"),
                row.getString("answered_by"));
    }
}
