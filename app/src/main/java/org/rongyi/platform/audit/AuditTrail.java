package org.rongyi.platform.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.NumberMask;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the trail. It takes part in the caller's transaction: an act and its trace stand or fall together. Rows go into a
 * small table without an index, from where {@link Sealer} moves them; {@code audit.trail} shows both as one.
 */
@Component
@Primary
public class AuditTrail {

    private static final String INSERT = """
            insert into audit.fresh (id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code,
                                     act, subject, outcome, done, request_id, purpose, before, after)
            values (:id, :at, :actorKey, :actorName, :account, :post, :unit, :unitCode,
                    :act, :subject, :outcome, :done, :request, :purpose, :before, :after)
            """;

    /** With it, what the same act changed in the books: the digest of the rows' digests, if there are any (docs/decisions/0056). */
    private static final String INSERT_AND_ANCHOR = """
            with own as (%s)
            insert into audit.fresh (id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code,
                                     act, subject, outcome, done, request_id, after)
            select :anchors, :at, :actorKey, :actorName, :account, :post, :unit, :unitCode,
                   'AnchorRows', a.act, 'Anchored', true, :request, jsonb_build_object('行摘要', a.digest)::text
            from audit.close_anchors() a
            """.formatted(INSERT);

    /** From the entry that says the record was made on; entries of a unit are read newest first. */
    private static final String ACTED = """
            select exists (
                select from audit.trail e
                where e.unit_code = :unit and e.post_id = :post
                  and e.at >= coalesce((select min(made.at) from audit.trail made where made.subject = :record), '-infinity'))
            """;

    private static final String READINGS = """
            select at, actor_name, unit_id, purpose
            from audit.trail
            where subject = :subject and act = any (:acts) and done
            order by at desc, id desc
            limit :limit
            """;

    /** The name of such an entry. */
    public static final String FOR_FAMILY = "ActForFamily";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How an act ended. The subject is the record it made or changed; a refusal has none. */
    public record Entry(String act, @Nullable UUID subject, String outcome, boolean done, Detail detail) {

        public Entry(String act, @Nullable UUID subject, String outcome, boolean done) {
            this(act, subject, outcome, done, Detail.NONE);
        }
    }

    /**
     * Said by an act while it runs: why, and what was changed. It goes with the entry that the same transaction records
     * when the act is done, and is forgotten with a refusal.
     */
    public void explain(Detail detail) {
        told().explain(detail);
    }

    /**
     * Said by what an act works through (办件、文书), beside what the act explains itself. What is changed twice under one name
     * reads from the first before to the last after.
     */
    public void changed(Detail.Change... changes) {
        told().add(changes);
    }

    /** The same of one thing; nothing where it says what it said. */
    public void changed(String what, @Nullable Object before, @Nullable Object after) {
        var was = text(before);
        var is = text(after);
        if (!Objects.equals(was, is)) {
            changed(new Detail.Change(what, was, is));
        }
    }

    /** Something that was not there before. */
    public void said(String what, @Nullable Object now) {
        changed(what, null, now);
    }

    /** Something that changed, or was written down, and what it says is not for the trail. */
    public void unsaid(String what) {
        changed(Detail.unsaid(what));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private Told told() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Told begun) {
            return begun;
        }
        var told = new Told();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(AuditTrail.this);
            }
        }); // first: outside a transaction it refuses, and nothing stays bound to the thread for the next one's act
        TransactionSynchronizationManager.bindResource(this, told);
        return told;
    }

    /** The act's own entry, after all it did: it vouches for the rows of the books that were made, changed or removed till now. */
    public void record(Actor actor, Entry entry) {
        var told = (Told) TransactionSynchronizationManager.unbindResourceIfPossible(this);
        row(INSERT_AND_ANCHOR, actor, entry, told == null ? entry.detail() : told.detail())
                .param("anchors", Ids.next())
                .update();
    }

    /** What an act leaves beside its own entry: what the act explains stays with that one. */
    public void alongside(Actor actor, Entry entry) {
        row(INSERT, actor, entry, entry.detail()).update();
    }

    private JdbcClient.StatementSpec row(String statement, Actor actor, Entry entry, Detail detail) {
        var office = actor instanceof Actor.Office o ? o : null;
        var name = switch (actor) {
            case Actor.Office o -> o.name();
            case Actor.Self self -> self.name();
            case Actor.Kin kin -> kin.name();
            case Actor.Client client -> client.name();
            case Actor.Visitor ignored -> "公众";
            case Actor.Job job -> job.name();
        };
        return jdbc.sql(statement)
                .param("id", Ids.next())
                .param("at", OffsetDateTime.now(clock))
                .param("actorKey", actor.key())
                .param("actorName", name)
                .param("account", account(actor))
                .param("post", office == null ? null : office.post())
                .param("unit", office == null ? null : office.unit())
                .param("unitCode", office == null ? null : office.unitCode().value())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("outcome", entry.outcome())
                .param("done", entry.done())
                .param("request", RequestId.current())
                .param("purpose", detail.purpose() == null ? null : NumberMask.inText(detail.purpose()))
                .param("before", detail.before())
                .param("after", detail.after());
    }

    /** That somebody looked at what is sealed; under which unit and what for. */
    public record Reading(
            OffsetDateTime at,
            String actorName,
            @Nullable UUID unitId,
            @Nullable String purpose) {}

    /** The latest readings of a record, as far as whoever asks may know of them: its own person of all. */
    public List<Reading> readings(UUID subject, List<String> acts, int limit) {
        return jdbc.sql(READINGS)
                .param("subject", subject)
                .param("acts", acts.toArray(String[]::new))
                .param("limit", limit)
                .query(Reading.class)
                .list();
    }

    /** The name of such an entry: a post looked at what is kept of a person. */
    public static final String READ = "ReadRecord";

    /**
     * A post opened a case, a paper, what was handed in or what waits sealed.
     *
     * @param subject the person, who finds it in 谁看过我的档案; the record itself where it is nobody's yet
     */
    public void recordReading(Actor.Office reader, UUID subject, String what) {
        alongside(reader, new AuditTrail.Entry("ReadRecord", subject, "Opened", true, new Detail(what, List.of())));
    }

    /** 亲属代办人 looked at something or did something for its person, who reads it: 谁看过我的档案. */
    public void recordForFamily(Actor.Kin kin, String what) {
        var detail = new Detail("亲属代办：" + what, List.of());
        alongside(kin, new AuditTrail.Entry("ActForFamily", kin.person(), "Opened", true, detail));
    }

    /** Whether anybody acted under a post of a unit, since the record that gave it. */
    public boolean hasActed(UUID post, DivisionCode unit, UUID record) {
        return jdbc.sql(ACTED)
                .param("post", post)
                .param("unit", unit.value())
                .param("record", record)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable UUID account(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.account();
            case Actor.Self self -> self.account();
            case Actor.Kin kin -> kin.account();
            case Actor.Client ignored -> null;
            case Actor.Visitor ignored -> null;
            case Actor.Job ignored -> null;
        };
    }
}
