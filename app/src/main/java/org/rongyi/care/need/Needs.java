package org.rongyi.care.need;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the ledger of needs; a visit opens and drops them inside its own act. */
@Component
public class Needs {

    static final SealedField TEXT = new SealedField("need.need", "text_sealed");

    private static final String INSERT = """
            insert into need.need (id, person_id, person_name, code_then, code_now, kind, text_sealed, state, asked_on,
                                   source_id, asked_by)
            values (:id, :person, :name, :code, :code, :kind, :text, 'OPEN', :on, :source, :by)
            """;

    private static final String DROP = "select need.drop_of(:source)";

    private static final String HANDED_OVER = "select need.hand_over(:person, :code, :today)";

    private static final String MOVED = """
            select distinct on (m.need_id) m.need_id, m.kind, m.to_code, m.moved_on
            from need.move m
            where m.source_id = :source and not m.dropped
              and not exists (select from need.need n where n.id = m.need_id)
            order by m.need_id, m.version
            """;

    private static final String OF_SOURCE = """
            select id, person_id, kind, text_sealed, state, taken_up
            from need.need
            where source_id = :source and state <> 'DROPPED'
            order by id
            """;

    private static final String UNANSWERED = """
            select id, person_id, kind, text_sealed, state, taken_up
            from need.need
            where id = :id and state in ('OPEN', 'ACCEPTED')
            """;

    private static final String TAKE_UP = """
            update need.need set taken_up = true where id = :id and state in ('OPEN', 'ACCEPTED')
            """;

    private static final String STRIKE = """
            update need.need
            set state = 'DROPPED', version = version + 1
            where id = any(:ids::uuid[]) and state in ('OPEN', 'ACCEPTED') and not taken_up
            """;

    private static final String REDATE = """
            update need.need
            set asked_on = :on, version = version + 1
            where id = :id and asked_on <> :on and state in ('OPEN', 'ACCEPTED') and not taken_up
            """;

    private static final String LOCK = "select state, version from need.need where id = :id for update";

    private static final String MOVE = """
            update need.need
            set state = :state, answer = :answer, answered_by = :by, answered_at = :at, version = version + 1
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Needs(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Where a need stands, held until the act ends. */
    record Standing(NeedState state, int version) {}

    Optional<Standing> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Standing.class).optional();
    }

    void move(UUID id, NeedState state, String answer, String by) {
        jdbc.sql(MOVE)
                .param("state", state.name())
                .param("answer", answer)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /**
     * What somebody asked for.
     *
     * @param kind an entry of the list {@code need.kind}
     * @param text in his own words
     * @param by who of those the record names; none where only one comes into question
     */
    public record Asked(String kind, String text, @Nullable UUID by) {

        /** Of the only one who comes into question. */
        public Asked(String kind, String text) {
            this(kind, text, null);
        }
    }

    /** Who asked, where and when. */
    public record Asker(UUID person, String name, DivisionCode code, LocalDate on, String recordedBy) {}

    /**
     * A need as the record that opened it shows it.
     *
     * @param takenUp another room is at work on it
     */
    public record Opened(UUID id, UUID person, String kind, String text, NeedState state, boolean takenUp) {

        /** Answered, or at work in another room: no correction of the record touches it. */
        public boolean isFixed() {
            return takenUp || state == NeedState.ANSWERED;
        }

        private boolean is(Wish wish) {
            return person.equals(wish.asker().person())
                    && kind.equals(wish.asked().kind())
                    && text.equals(wish.asked().text());
        }
    }

    /** Who asks for what. */
    public record Wish(Asker asker, Asked asked) {}

    /**
     * The record was corrected. What it says as before stays the same need, wherever it stands by now; what it says no more
     * falls, unless it was answered or another room is at work on it; what it says newly is opened.
     */
    public void rewrite(UUID source, List<Wish> wishes) {
        var left = new ArrayList<>(of(source));
        for (var wish : wishes) {
            var same = left.stream().filter(need -> need.is(wish)).findFirst();
            if (same.isPresent()) {
                left.remove(same.get());
                jdbc.sql(REDATE)
                        .param("on", wish.asker().on())
                        .param("id", same.get().id())
                        .update();
            } else {
                open(source, wish.asker(), wish.asked());
            }
        }
        jdbc.sql(STRIKE)
                .param("ids", left.stream().map(need -> need.id().toString()).toArray(String[]::new))
                .update();
    }

    public void open(UUID source, Asker asker, Asked asked) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("person", asker.person())
                .param("name", asker.name())
                .param("code", asker.code().value())
                .param("kind", asked.kind())
                .param("text", vault.seal(TEXT, id, asked.text()))
                .param("on", asker.on())
                .param("source", source)
                .param("by", asker.recordedBy())
                .update();
    }

    /** What a need asks for that nobody has answered yet, for the room that takes it up. */
    public Optional<Opened> findUnanswered(UUID id) {
        return jdbc.sql(UNANSWERED).param("id", id).query(this::opened).optional();
    }

    /** Another room has taken it up: it is being handled, and stays whatever becomes of the record. Nothing when it has been answered. */
    public void takeUp(UUID id, String how, String by) {
        lock(id).filter(standing -> standing.state().mayBecome(NeedState.ACCEPTED))
                .ifPresent(standing -> move(id, NeedState.ACCEPTED, how, by));
        jdbc.sql(TAKE_UP).param("id", id).update();
    }

    /** What came of it in the room that took it up. Nothing when somebody has answered it already. */
    public void answer(UUID id, String answer, String by) {
        lock(id).filter(standing -> standing.state().mayBecome(NeedState.ANSWERED))
                .ifPresent(standing -> move(id, NeedState.ANSWERED, answer, by));
    }

    /** The record was withdrawn: what nobody has answered or taken up falls with it, wherever it has gone. */
    public void drop(UUID source) {
        jdbc.sql(DROP).param("source", source).query((row, n) -> true).single();
    }

    /** Another place answers for him: what nobody has answered yet is for that place to answer. */
    void handOver(UUID person, DivisionCode to) {
        jdbc.sql(HANDED_OVER)
                .param("person", person)
                .param("code", to.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> true)
                .single();
    }

    /** A need that went with its person to where the reader does not see it. */
    public record Moved(String kind, DivisionCode to, LocalDate on) {}

    public List<Moved> movedOf(UUID source) {
        return jdbc.sql(MOVED)
                .param("source", source)
                .query((row, n) -> new Moved(
                        row.getString("kind"),
                        new DivisionCode(row.getLong("to_code")),
                        row.getObject("moved_on", LocalDate.class)))
                .list();
    }

    public List<Opened> of(UUID source) {
        return jdbc.sql(OF_SOURCE).param("source", source).query(this::opened).list();
    }

    private Opened opened(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Opened(
                id,
                row.getObject("person_id", UUID.class),
                row.getString("kind"),
                vault.open(TEXT, id, row.getBytes("text_sealed")),
                NeedState.valueOf(row.getString("state")),
                row.getBoolean("taken_up"));
    }
}
