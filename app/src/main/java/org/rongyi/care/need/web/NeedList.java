package org.rongyi.care.need.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.NeedState;
import org.rongyi.care.need.NeedText;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 需求台账, read: by state, the longest waiting first. */
@Component
public class NeedList {

    static final int PAGE = 20;
    private static final int FETCH = 500;

    private static final String COLUMNS = """
            select n.id, n.person_id, n.person_name, n.code_now, n.kind, n.text_sealed, n.state, n.asked_on, n.source_id,
                   n.asked_by, n.answer, n.answered_by, n.answered_at, n.version, person.is_known(n.person_id) as known
            from need.need n
            """;

    private static final String FIND = COLUMNS + "where n.id = :id";

    private static final String OF_PERSON = COLUMNS + """
            where n.person_id = :person and n.state <> 'DROPPED'
            order by n.asked_on desc, n.id desc
            limit :limit
            """;

    private static final String MOVES = """
            select m.from_code, m.to_code, m.moved_on from need.move m where m.need_id = :id order by m.version
            """;

    private static final String SELECT = COLUMNS + """
            where %s
            order by n.asked_on, n.id
            limit :limit
            """;

    private static final String COUNTS = """
            select n.state, count(*) as many from need.need n where %s group by n.state
            """;

    private final JdbcClient jdbc;
    private final NeedText text;

    NeedList(JdbcClient jdbc, NeedText text) {
        this.jdbc = jdbc;
        this.text = text;
    }

    /**
     * A need.
     *
     * @param personName masked for whom he is not known any more
     */
    public record Row(
            UUID id,
            UUID person,
            String personName,
            DivisionCode code,
            String kind,
            String text,
            NeedState state,
            LocalDate askedOn,
            UUID source,
            String askedBy,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable OffsetDateTime answeredAt,
            int version,
            boolean known) {}

    /**
     * What to show.
     *
     * @param unit a unit of the territory; none for all of it
     * @param kind an entry of the list {@code need.kind}; empty for all
     */
    public record Filter(
            @Nullable DivisionCode unit,
            NeedState state,
            String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<LocalDate> after) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        inState(filter, conditions, params);
        if (after != null) {
            conditions.add("(n.asked_on, n.id) > (:afterOn, :afterId)");
            params.put("afterOn", after.key());
            params.put("afterId", after.id());
        }
        params.put("limit", PAGE + 1);
        var read = query(SELECT, conditions, params).list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.askedOn(), row.id()));
    }

    /** Every need of the filter, read a few hundred at a time; inside a transaction. */
    void each(Scope scope, Filter filter, Consumer<Row> to) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        inState(filter, conditions, params);
        params.put("limit", ListDownload.most());
        try (var rows = query(SELECT, conditions, params).stream()) {
            rows.forEach(to);
        }
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> row(row)).optional();
    }

    /** What somebody asked for, the latest first, as far as the reader sees it. */
    List<Row> latestOf(UUID person, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    /** Where it went with its person, as far as the reader is a side of it; the first way first. */
    public record Move(DivisionCode from, DivisionCode to, LocalDate on) {}

    List<Move> moves(UUID need) {
        return jdbc.sql(MOVES)
                .param("id", need)
                .query((row, n) -> new Move(
                        new DivisionCode(row.getLong("from_code")),
                        new DivisionCode(row.getLong("to_code")),
                        row.getObject("moved_on", LocalDate.class)))
                .list();
    }

    /** How many there are in each state, the filter's other conditions holding. */
    Map<NeedState, Long> counts(Scope scope, Filter filter) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        var counts = new HashMap<NeedState, Long>();
        jdbc.sql(COUNTS.formatted(String.join(" and ", conditions)))
                .params(params)
                .query((ResultSet row) -> {
                    counts.put(NeedState.valueOf(row.getString("state")), row.getLong("many"));
                });
        return counts;
    }

    private static List<String> conditions(Scope scope, Filter filter, Map<String, Object> params) {
        var conditions = new ArrayList<>(List.of(LevelColumn.condition("n", scope, filter.unit())));
        if (!filter.kind().isEmpty()) {
            conditions.add("n.kind = :kind");
            params.put("kind", filter.kind());
        }
        if (filter.from() != null) {
            conditions.add("n.asked_on >= :from");
            params.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("n.asked_on <= :to");
            params.put("to", filter.to());
        }
        return conditions;
    }

    private static void inState(Filter filter, List<String> conditions, Map<String, Object> params) {
        conditions.add("n.state = :state");
        params.put("state", filter.state().name());
    }

    private JdbcClient.MappedQuerySpec<Row> query(
            String template, List<String> conditions, Map<String, Object> params) {
        return jdbc.sql(template.formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row));
    }

    private Row row(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        boolean known = row.getBoolean("known");
        return new Row(
                id,
                row.getObject("person_id", UUID.class),
                NameMask.shown(row.getString("person_name"), known),
                new DivisionCode(row.getLong("code_now")),
                row.getString("kind"),
                text.open(id, row.getBytes("text_sealed")),
                NeedState.valueOf(row.getString("state")),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("source_id", UUID.class),
                row.getString("asked_by"),
                row.getString("answer"),
                row.getString("answered_by"),
                row.getObject("answered_at", OffsetDateTime.class),
                row.getInt("version"),
                known);
    }
}
