package org.rongyi.people.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 移交: requests to answer for a person from another place. Locks go person, request, contact list, in this order. */
@Component
public class Handovers {

    private static final String SELECT = """
            select id, person_id, from_code, to_code, asked_code, answer_code, kind, address, group_name, name, male,
                   born_year, reason, asked_account, asked_by, asked_unit, asked_at, state, answered_by, answered_unit,
                   answered_at, answer, state = 'ASKED' or person.is_known(person_id) as known
            from person.handover
            """;

    private static final String FIND = SELECT + "where id = :id";
    private static final String OPEN_OF_PERSON = SELECT + "where person_id = :person and state = 'ASKED'";
    private static final String LOCK = SELECT + "where id = :id for update";

    private static final String ASK = """
            insert into person.handover (id, person_id, from_code, to_code, asked_code, kind, address, group_name, name,
                                         male, born_year, reason, asked_account, asked_by, asked_unit, asked_at, state)
            values (:id, :person, :from, :to, :asked, :kind, :address, :group, :name,
                    :male, :bornYear, :reason, :account, :by, :unit, :at, 'ASKED')
            on conflict (person_id) where state = 'ASKED' do nothing
            """;

    private static final String ANSWER = """
            update person.handover
            set state = :state, answered_by = :by, answered_unit = :unit, answered_at = :at, answer = :answer
            where id = :id
            """;

    private static final String HAND_OVER = """
            select result, subject, code, group_name
            from person.hand_over(:id, :home, :who, :lines, :at, :today)
            """;

    private static final String WAITING = """
            select count(*) from person.handover
            where state = 'ASKED' and answer_code >= :low and answer_code < :high
              and (:ranges::int8multirange is null or answer_code <@ :ranges::int8multirange)
            """;

    private static final String HOLD = "select person.hold(:person)";

    private final JdbcClient jdbc;
    private final HandoverNews news;
    private final Clock clock;
    private final AuditTrail audit;

    Handovers(JdbcClient jdbc, HandoverNews news, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A request as both sides see it.
     *
     * @param kind what the receiving place will be to the person; none when it is one of his places already
     */
    public record View(
            UUID id,
            UUID person,
            Route route,
            @Nullable PlaceKind kind,
            String address,
            String groupName,
            Subject subject,
            String reason,
            UUID askedAccount,
            String askedBy,
            String askedUnit,
            OffsetDateTime askedAt,
            HandoverState state,
            @Nullable Answer answer) {

        public boolean isOpen() {
            return state == HandoverState.ASKED;
        }

        /** The person himself has moved to the receiving side, or is about to. */
        public boolean isAskedByReceiver() {
            return route.asked().equals(route.to());
        }
    }

    /** From where to where, who asked, and who answers: always the other one. */
    public record Route(DivisionCode from, DivisionCode to, DivisionCode asked, DivisionCode answers) {}

    /** Who it is about, in the words of the request. */
    public record Subject(String name, boolean male, int bornYear) {}

    /** How it was answered; the text may be empty. */
    public record Answer(String by, String unit, OffsetDateTime at, String text) {}

    /** What is asked for. */
    record Request(
            UUID person,
            DivisionCode from,
            DivisionCode to,
            DivisionCode asked,
            @Nullable PlaceKind kind,
            String address,
            String groupName,
            Subject subject,
            String reason) {}

    /** What became of an accepted one. */
    record Moved(String result, UUID subject, DivisionCode code, String groupName) {}

    public Optional<View> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> view(row)).optional();
    }

    /** The open request about a person, as far as the reader is a side of it. */
    public Optional<View> findOpen(UUID person) {
        return jdbc.sql(OPEN_OF_PERSON)
                .param("person", person)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The other side of what an actor sees is not his own: lists say which side they mean. */
    public static Map<String, Object> territory(Scope scope) {
        var params = new HashMap<String, Object>();
        params.put("low", scope.low());
        params.put("high", scope.high());
        params.put("ranges", scope.intervals().size() > 1 ? scope.toMultirange() : null);
        return params;
    }

    /** How many wait for an answer from this territory. */
    public long countWaiting(Scope scope) {
        return jdbc.sql(WAITING).params(territory(scope)).query(Long.class).single();
    }

    /** Nobody else changes this file before the transaction ends, whether or not the actor may read it. */
    void hold(UUID person) {
        jdbc.sql(HOLD).param("person", person).query((row, n) -> true).single();
    }

    /** What somebody finds who is about to answer a request, or to take it back. */
    sealed interface Found {}

    /** It waits for an answer, and nobody else gives one before the transaction ends. */
    record Waiting(View request) implements Found {}

    /** There is none, or no side of it lies in his territory. */
    record Absent() implements Found {}

    /** Answered or taken back already. */
    record Over(HandoverState state) implements Found {}

    /** It is for the other side to do. */
    record ForTheOther() implements Found {}

    /** @param side whose it is to do: who answers, or who has asked */
    Found take(UUID id, Actor.Office office, Function<Route, DivisionCode> side) {
        var found = lock(id);
        if (found.isEmpty()) {
            return new Absent();
        }
        var request = found.get();
        if (!request.isOpen()) {
            return new Over(request.state());
        }
        return office.scope().contains(side.apply(request.route())) ? new Waiting(request) : new ForTheOther();
    }

    private Optional<View> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> view(row)).optional();
    }

    /** The new request's id; none when one about this person is open. The caller holds the file. */
    Optional<UUID> ask(Request request, Actor.Office by) {
        var id = Ids.next();
        int asked = jdbc.sql(ASK)
                .param("id", id)
                .param("person", request.person())
                .param("from", request.from().value())
                .param("to", request.to().value())
                .param("asked", request.asked().value())
                .param("kind", request.kind() == null ? null : request.kind().name())
                .param("address", request.address())
                .param("group", request.groupName())
                .param("name", request.subject().name())
                .param("male", request.subject().male())
                .param("bornYear", request.subject().bornYear())
                .param("reason", request.reason())
                .param("account", by.account())
                .param("by", by.name())
                .param("unit", by.unitName())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (asked != 1) {
            return Optional.empty();
        }
        audit.said("移交", HandoverState.ASKED.zh());
        audit.said("由谁移交给谁", request.from() + " 移交 " + request.to());
        news.asked(id, request.asked().equals(request.from()) ? request.to() : request.from(), by);
        return Optional.of(id);
    }

    /** Answers a request, or takes it back; whoever asked is told the answer. */
    void answer(View request, HandoverState state, Actor.Office by, String text) {
        jdbc.sql(ANSWER)
                .param("state", state.name())
                .param("by", by.name())
                .param("unit", by.unitName())
                .param("at", OffsetDateTime.now(clock))
                .param("answer", text)
                .param("id", request.id())
                .update();
        audit.changed("移交", request.state().zh(), state.zh());
        if (state == HandoverState.ACCEPTED) {
            audit.changed("负责联系的村（社区）", request.route().from(), request.route().to());
        }
        if (state != HandoverState.WITHDRAWN) {
            news.answered(request, state, by);
        }
    }

    /** Moves everything that belongs to the file; the request has just been answered with yes. */
    Moved handOver(UUID id, Actor.Office by, List<String> was) {
        return jdbc.sql(HAND_OVER)
                .param("id", id)
                .param("home", Ids.next())
                .param("who", by.signed())
                .param("lines", was.toArray(String[]::new))
                .param("at", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Moved(
                        row.getString("result"),
                        row.getObject("subject", UUID.class),
                        new DivisionCode(row.getLong("code")),
                        row.getString("group_name")))
                .single();
    }

    /** Once it is settled, the side whose he is not sees who it was about only masked. */
    static View view(ResultSet row) throws SQLException {
        boolean known = row.getBoolean("known");
        var kind = row.getString("kind");
        var answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new View(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                new Route(
                        new DivisionCode(row.getLong("from_code")),
                        new DivisionCode(row.getLong("to_code")),
                        new DivisionCode(row.getLong("asked_code")),
                        new DivisionCode(row.getLong("answer_code"))),
                kind == null ? null : PlaceKind.valueOf(kind),
                known ? row.getString("address") : "",
                known ? row.getString("group_name") : "",
                new Subject(
                        NameMask.shown(row.getString("name"), known), row.getBoolean("male"), row.getInt("born_year")),
                row.getString("reason"),
                row.getObject("asked_account", UUID.class),
                row.getString("asked_by"),
                row.getString("asked_unit"),
                row.getObject("asked_at", OffsetDateTime.class),
                HandoverState.valueOf(row.getString("state")),
                answeredAt == null
                        ? null
                        : new Answer(
                                row.getString("answered_by"),
                                row.getString("answered_unit"),
                                answeredAt,
                                row.getString("answer")));
    }
}
