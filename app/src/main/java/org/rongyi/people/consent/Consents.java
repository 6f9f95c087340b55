package org.rongyi.people.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 告知与同意 of each person. Whoever shows his data to a helper or an employer, or has them checked elsewhere, asks
 * {@link #holds} first, in the transaction in which he does it.
 */
@Component
public class Consents {

    private static final String INSERT = """
            insert into consent.reply (id, person_id, statement, version, reply, way, on_day, valid_until,
                                       recorded_at, recorded_by, unit_name)
            values (:id, :person, :statement, :version, :reply, :way, :onDay, :until, :at, :by, :unitName)
            """;

    private static final String LATEST = """
            select distinct on (statement) id, statement, version, reply, way, on_day, valid_until, recorded_by, unit_name
            from consent.reply
            where person_id = :person
            order by statement, recorded_at desc, id desc
            """;

    private static final String HISTORY = """
            select id, statement, version, reply, way, on_day, valid_until, recorded_by, unit_name
            from consent.reply
            where person_id = :person
            order by recorded_at desc, id desc
            limit 50
            """;

    private static final String ANSWERED = """
            select exists (select from consent.reply where person_id = :person and reply <> 'TOLD')
            """;

    private static final String FORGET = "delete from consent.reply where person_id = :person";

    private static final String PERSON = "select person_id from consent.reply where id = :id";

    private final JdbcClient jdbc;
    private final StatementShelf statements;
    private final Policy policy;
    private final Clock clock;

    Consents(JdbcClient jdbc, StatementShelf statements, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * One reply as it was kept.
     *
     * @param version which version he was shown
     * @param validUntil the last day it holds; null: until it is withdrawn
     * @param unitName who recorded it; null: he himself
     */
    public record Kept(
            UUID id,
            String statement,
            LocalDate version,
            Reply reply,
            Way way,
            LocalDate onDay,
            @Nullable LocalDate validUntil,
            String recordedBy,
            @Nullable String unitName) {

        /** Whether it is a yes that still holds. */
        public boolean isYes(LocalDate day) {
            return reply == Reply.AGREED && (validUntil == null || !validUntil.isBefore(day));
        }
    }

    /**
     * How a person stands to a statement.
     *
     * @param latest null: nobody has asked him
     */
    public record Standing(
            Statement statement,
            Statement.Version version,
            @Nullable Kept latest) {

        /** Told, or asked, in the words that are in force now. */
        public boolean isUpToDate() {
            return latest != null && latest.version().equals(version.from());
        }
    }

    /** Whether he agreed to it and it holds today: not withdrawn, not run out. An older version he agreed to holds on. */
    public boolean holds(UUID person, String statement) {
        if (statements.find(statement).filter(Statement::isConsent).isEmpty()) {
            throw new IllegalArgumentException("没有这项单独同意：" + statement);
        }
        return latest(person, statement)
                .filter(kept -> kept.isYes(LocalDate.now(clock)))
                .isPresent();
    }

    /**
     * 在别处答复的单独同意: a room that takes the reply with an act of its own keeps it here, within that act.
     *
     * @param way he himself, on paper he signed, or by word of mouth
     * @throws IllegalArgumentException for a statement answered on the common page
     */
    public void keep(Actor actor, UUID person, String id, boolean agrees, Way way) {
        var statement = statements
                .find(id)
                .filter(one -> one.at() != null)
                .orElseThrow(() -> new IllegalArgumentException("不在别处答复的同意书：" + id));
        var version =
                statement.on(LocalDate.now(clock)).orElseThrow(() -> new IllegalStateException("今天还没有这份同意书：" + id));
        add(actor, person, statement, version, agrees ? Reply.AGREED : Reply.WITHDRAWN, way);
    }

    /** Whether he was told in the words that are in force today. */
    public boolean isTold(UUID person) {
        var version = statements.notice().on(LocalDate.now(clock));
        return version.isEmpty()
                || latest(person, StatementShelf.NOTICE)
                        .filter(kept -> kept.version().equals(version.get().from()))
                        .isPresent();
    }

    /** All statements in force today, and how he stands to each. */
    List<Standing> standings(UUID person) {
        var replies = latest(person);
        var today = LocalDate.now(clock);
        return statements.all().stream()
                .flatMap(statement -> statement.on(today).stream()
                        .map(version -> new Standing(statement, version, of(replies, statement.id()))))
                .toList();
    }

    Optional<Kept> latest(UUID person, String statement) {
        return Optional.ofNullable(of(latest(person), statement));
    }

    List<Kept> history(UUID person) {
        return jdbc.sql(HISTORY).param("person", person).query(Kept.class).list();
    }

    /** Whose reply it is; empty when it is out of reach. */
    Optional<UUID> personOf(UUID reply) {
        return jdbc.sql(PERSON).param("id", reply).query(UUID.class).optional();
    }

    /** Whether he answered any consent, yes or no. */
    boolean hasAnswered(UUID person) {
        return jdbc.sql(ANSWERED).param("person", person).query(Boolean.class).single();
    }

    /** As if his file had never been opened. */
    void forget(UUID person) {
        jdbc.sql(FORGET).param("person", person).update();
    }

    /** Adds a reply within the act. */
    UUID add(Actor actor, UUID person, Statement statement, Statement.Version version, Reply reply, Way way) {
        var id = Ids.next();
        var today = LocalDate.now(clock);
        var office = actor instanceof Actor.Office o ? o : null;
        jdbc.sql(INSERT)
                .param("id", id)
                .param("person", person)
                .param("statement", statement.id())
                .param("version", version.from())
                .param("reply", reply.name())
                .param("way", way.name())
                .param("onDay", today)
                .param("until", reply == Reply.AGREED ? until(statement, today) : null)
                .param("at", OffsetDateTime.now(clock))
                .param("by", name(actor))
                .param("unitName", office == null ? null : office.unitName())
                .update();
        return id;
    }

    /** The last day a yes of today holds; null: until it is withdrawn. */
    @Nullable
    LocalDate until(Statement statement, LocalDate today) {
        return statement.months() == null
                ? null
                : today.plusMonths(policy.number(statement.months(), today)).minusDays(1);
    }

    private List<Kept> latest(UUID person) {
        return jdbc.sql(LATEST).param("person", person).query(Kept.class).list();
    }

    private static @Nullable Kept of(List<Kept> replies, String statement) {
        return replies.stream()
                .filter(kept -> kept.statement().equals(statement))
                .findFirst()
                .orElse(null);
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.name();
            case Actor.Self self -> self.name();
            case Actor.Kin _ -> throw new IllegalArgumentException("nobody replies for somebody else");
            case Actor.Client _, Actor.Visitor _ -> throw new IllegalArgumentException("strangers reply for nobody");
            case Actor.Job job -> job.name();
        };
    }
}
