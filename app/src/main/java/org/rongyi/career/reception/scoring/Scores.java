package org.rongyi.career.reception.scoring;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 量化评分, kept: each entry as it was made, and how far the score is. */
@Component
public class Scores {

    private static final int MOST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ENTRIES = """
            select e.id, e.entered_as, e.terms, e.total, e.stated, e.stops, e.cleared_why, e.cleared_by, e.reason, e.recorded_by,
                   e.recorded_account
            from reception.score_entry e
            where e.reception_id = :reception and not e.superseded
            """;

    private static final String LINES = """
            select l.entry_id, l.item, l.amount, l.page
            from reception.score_line l
            join reception.score_entry e on e.id = l.entry_id
            where e.reception_id = :reception and not e.superseded
            """;

    private static final String SUPERSEDE = """
            update reception.score_entry set superseded = true
            where reception_id = :reception and not superseded and entered_as = any(:which)
            """;

    private static final String INSERT = """
            insert into reception.score_entry (id, reception_id, person_id, code_now, entered_as, terms, total, stated, stops,
                                               reason, recorded_at, recorded_by, recorded_account)
            values (:id, :reception, :person, :code, :as, :terms::jsonb, :total, :stated, :stops, :reason, :at, :by, :account)
            """;

    private static final String INSERT_LINE = """
            insert into reception.score_line (entry_id, item, person_id, code_now, amount, page)
            values (:entry, :item, :person, :code, :amount, :page)
            """;

    private static final String CLEAR = """
            update reception.score_entry set cleared_why = :why, cleared_by = :by
            where id = :id and not superseded and cleared_by is null
            """;

    private static final String STAND = """
            insert into reception.score (reception_id, person_id, code_now, state, reasons, total, settled_on, notice_until)
            values (:reception, :person, :code, :state, :reasons, :total, :on, :until)
            on conflict (reception_id) do update
            set state = excluded.state, reasons = excluded.reasons, total = excluded.total,
                settled_on = excluded.settled_on, notice_until = excluded.notice_until
            """;

    private static final String STANDING = """
            select s.state, s.reasons, s.total, s.settled_on, s.notice_until
            from reception.score s
            where s.reception_id = :reception
            """;

    private static final String WAITING = """
            select r.id, r.person_name, s.state, s.reasons,
                   exists (select from reception.score_objection o
                           where o.reception_id = r.id and o.upheld is null) as objected
            from reception.reception r
            join reception.score s on s.reception_id = r.id
            where r.code_now >= :low and r.code_now < :high and r.ended_on is null
              and (r.settled_on is null
                   and (s.state in ('STOPPED', 'DIFFERS')
                        or s.state = 'ENTERING'
                        and exists (select from reception.score_reopening n where n.reception_id = r.id))
                   or exists (select from reception.score_objection o
                              where o.reception_id = r.id and o.upheld is null))
            order by r.received_on, r.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Scores(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How far the score is.
     *
     * @param reasons why it stopped, or went to the city
     * @param until the last day of the notice
     */
    public record Standing(
            ScoringState state,
            List<String> reasons,
            @Nullable BigDecimal total,
            @Nullable LocalDate settled,
            @Nullable LocalDate until) {

        static final Standing NONE = new Standing(ScoringState.ENTERING, List.of(), null, null, null);
    }

    /** Somebody whose score waits for a person. */
    public record Waiting(
            UUID reception, String personName, ScoringState state, List<String> reasons, boolean objected) {}

    /** The valid entries, by whose they are. */
    public Map<EnteredAs, Entry> entries(UUID reception) {
        var lines = new HashMap<UUID, Map<String, Entry.Line>>();
        jdbc.sql(LINES).param("reception", reception).query((ResultSet row) -> {
            lines.computeIfAbsent(row.getObject("entry_id", UUID.class), ignored -> new HashMap<>())
                    .put(row.getString("item"), new Entry.Line(row.getInt("amount"), row.getString("page")));
        });
        var entries = new EnumMap<EnteredAs, Entry>(EnteredAs.class);
        jdbc.sql(ENTRIES).param("reception", reception).query((ResultSet row) -> {
            var entry = entry(row, lines);
            entries.put(entry.as(), entry);
        });
        return entries;
    }

    public Standing standing(UUID reception) {
        return jdbc.sql(STANDING)
                .param("reception", reception)
                .query((row, n) -> new Standing(
                        ScoringState.valueOf(row.getString("state")),
                        texts(row, "reasons"),
                        row.getBigDecimal("total"),
                        row.getObject("settled_on", LocalDate.class),
                        row.getObject("notice_until", LocalDate.class)))
                .optional()
                .orElse(Standing.NONE);
    }

    /** Whose scores wait for a second person, the city, an answer, or to be entered anew: who was received first stands first. */
    public List<Waiting> waiting(Scope scope) {
        return jdbc.sql(WAITING)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("limit", MOST)
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("person_name"),
                        ScoringState.valueOf(row.getString("state")),
                        texts(row, "reasons"),
                        row.getBoolean("objected")))
                .list();
    }

    /** What is typed anew takes the place of these; they are kept. */
    void supersede(UUID reception, EnteredAs... which) {
        jdbc.sql(SUPERSEDE)
                .param("reception", reception)
                .param("which", Arrays.stream(which).map(EnteredAs::name).toArray(String[]::new))
                .update();
    }

    void insert(Reception one, Entry entry, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("id", entry.id())
                .param("reception", one.id())
                .param("person", one.person())
                .param("code", one.code().value())
                .param("as", entry.as().name())
                .param("terms", JSON.writeValueAsString(entry.terms()))
                .param("total", entry.total())
                .param("stated", entry.stated())
                .param("stops", entry.stops().toArray(String[]::new))
                .param("reason", entry.reason())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        entry.lines()
                .forEach((item, line) -> jdbc.sql(INSERT_LINE)
                        .param("entry", entry.id())
                        .param("item", item)
                        .param("person", one.person())
                        .param("code", one.code().value())
                        .param("amount", line.amount())
                        .param("page", line.page())
                        .update());
    }

    void clear(UUID entry, String why, Actor.Office by) {
        jdbc.sql(CLEAR)
                .param("why", why)
                .param("by", by.signed())
                .param("id", entry)
                .update();
    }

    void stand(Reception one, Standing standing) {
        jdbc.sql(STAND)
                .param("reception", one.id())
                .param("person", one.person())
                .param("code", one.code().value())
                .param("state", standing.state().name())
                .param("reasons", standing.reasons().toArray(String[]::new))
                .param("total", standing.total())
                .param("on", standing.settled())
                .param("until", standing.until())
                .update();
    }

    private static Entry entry(ResultSet row, Map<UUID, Map<String, Entry.Line>> lines) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Entry(
                id,
                EnteredAs.valueOf(row.getString("entered_as")),
                lines.getOrDefault(id, Map.of()),
                terms(row.getString("terms")),
                row.getBigDecimal("total"),
                row.getBigDecimal("stated"),
                texts(row, "stops"),
                row.getString("cleared_why"),
                row.getString("cleared_by"),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getObject("recorded_account", UUID.class));
    }

    private static Map<String, Entry.Points> terms(@Nullable String kept) {
        return kept == null ? Map.of() : JSON.readValue(kept, new TypeReference<Map<String, Entry.Points>>() {});
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
