package org.rongyi.care.need.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.NeedState;
import org.rongyi.care.need.NeedText;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 需求台账, read: by state, the longest waiting first. */
@Component
public class NeedList {

    static final int PAGE = 20;

    private static final String COLUMNS = """
            select n.id, n.person_id, n.person_name, n.code_now, n.kind, n.text_sealed, n.state, n.asked_on, n.source_id,
                   n.asked_by, n.answer, n.answered_by, n.answered_at, n.version
            from need.need n
            """;

    private static final String FIND = COLUMNS + "where n.id = :id";

    private static final String PAGE_SQL = COLUMNS + """
            where %s and n.state = :state and (n.asked_on, n.id) > (:afterOn, :afterId)
            order by n.asked_on, n.id
            limit :limit
            """;

    private static final String COUNTS = """
            select n.state, count(*) as many from need.need n where %s group by n.state
            """;

    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);

    private final JdbcClient jdbc;
    private final NeedText text;

    NeedList(JdbcClient jdbc, NeedText text) {
        this.jdbc = jdbc;
        this.text = text;
    }

    /** A need. */
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
            int version) {}

    /** The last line of a page. */
    record Cursor(LocalDate on, UUID id) {

        @Override
        public String toString() {
            return on + "_" + id;
        }

        static @Nullable Cursor parse(String text) {
            var parts = text.split("_", 2);
            try {
                return parts.length == 2 ? new Cursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1])) : null;
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    List<Row> page(Scope scope, @Nullable DivisionCode unit, NeedState state, @Nullable Cursor after) {
        var params = territory(scope, unit);
        params.put("state", state.name());
        params.put("afterOn", after == null ? BEFORE_ALL : after.on());
        params.put("afterId", after == null ? new UUID(0, 0) : after.id());
        params.put("limit", PAGE + 1);
        return query(PAGE_SQL.formatted(LevelColumn.condition("n", scope, unit)), params);
    }

    Optional<Row> find(UUID id) {
        return query(FIND, Map.of("id", id)).stream().findFirst();
    }

    Map<NeedState, Long> counts(Scope scope, @Nullable DivisionCode unit) {
        var counts = new HashMap<NeedState, Long>();
        jdbc.sql(COUNTS.formatted(LevelColumn.condition("n", scope, unit)))
                .params(territory(scope, unit))
                .query((row, n) -> counts.put(NeedState.valueOf(row.getString("state")), row.getLong("many")))
                .list();
        return counts;
    }

    private List<Row> query(String sql, Map<String, Object> params) {
        return jdbc.sql(sql)
                .params(params)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Row(
                            id,
                            row.getObject("person_id", UUID.class),
                            row.getString("person_name"),
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
                            row.getInt("version"));
                })
                .list();
    }

    private static Map<String, Object> territory(Scope scope, @Nullable DivisionCode unit) {
        var params = new HashMap<String, Object>();
        var narrowed = LevelColumn.narrowed(scope, unit);
        if (narrowed == null) {
            params.put("low", scope.low());
            params.put("high", scope.high());
        } else {
            params.put("unit", narrowed.value());
        }
        return params;
    }
}
