package org.rongyi.care.need;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
            select id, kind, text_sealed, state from need.need where source_id = :source and state <> 'DROPPED' order by id
            """;

    private static final String UNANSWERED = """
            select kind, text_sealed, state from need.need where id = :id and state in ('OPEN', 'ACCEPTED')
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

    /** What somebody asked for: an entry of the list {@code need.kind}, in his own words. */
    public record Asked(String kind, String text) {}

    /** Who asked, where and when. */
    public record Asker(UUID person, String name, DivisionCode code, LocalDate on, String recordedBy) {}

    /** A need as the record that opened it shows it. */
    public record Opened(UUID id, String kind, String text, NeedState state) {}

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
        return jdbc.sql(UNANSWERED)
                .param("id", id)
                .query((row, n) -> new Opened(
                        id,
                        row.getString("kind"),
                        vault.open(TEXT, id, row.getBytes("text_sealed")),
                        NeedState.valueOf(row.getString("state"))))
                .optional();
    }

    /** Another room has taken it up: it is being handled. Nothing when it is, or has been answered. */
    public void takeUp(UUID id, String how, String by) {
        lock(id).filter(standing -> standing.state().mayBecome(NeedState.ACCEPTED))
                .ifPresent(standing -> move(id, NeedState.ACCEPTED, how, by));
    }

    /** What came of it in the room that took it up. Nothing when somebody has answered it already. */
    public void answer(UUID id, String answer, String by) {
        lock(id).filter(standing -> standing.state().mayBecome(NeedState.ANSWERED))
                .ifPresent(standing -> move(id, NeedState.ANSWERED, answer, by));
    }

    /** The record was withdrawn or rewritten: what nobody has answered yet falls with it, wherever it has gone. */
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
        return jdbc.sql(OF_SOURCE)
                .param("source", source)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Opened(
                            id,
                            row.getString("kind"),
                            vault.open(TEXT, id, row.getBytes("text_sealed")),
                            NeedState.valueOf(row.getString("state")));
                })
                .list();
    }
}
