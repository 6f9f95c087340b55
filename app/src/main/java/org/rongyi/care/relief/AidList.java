package org.rongyi.care.relief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 帮扶援助台账, read: by state, the latest first. No words of need or illness, no number. */
@Component
public class AidList {

    public static final int PAGE = 20;
    private static final int FETCH = 500;

    private static final String SELECT = """
            select a.id, a.person_id, a.person_name, a.code_now, a.applied_on, a.situation, a.decided_on, a.granted_modes,
                   coalesce(a.granted_fen, a.first_fen, 0) as fen, a.payer, a.first_on is not null as first
            from relief.aid a
            join approval.case_file c on c.id = a.id
            where %s
            order by a.applied_on desc, a.id desc
            limit :limit
            """;

    private static final String COUNTS = """
            select c.state, c.result, count(*) as many
            from relief.aid a
            join approval.case_file c on c.id = a.id
            where %s
            group by c.state, c.result
            """;

    private final JdbcClient jdbc;

    AidList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An application.
     *
     * @param fen granted, or given first; nothing where nothing was
     * @param first help came first
     */
    public record Row(
            UUID id,
            UUID person,
            String personName,
            DivisionCode code,
            LocalDate appliedOn,
            String situation,
            @Nullable LocalDate decidedOn,
            List<String> modes,
            long fen,
            @Nullable String payer,
            boolean first) {}

    /**
     * What to show.
     *
     * @param unit a unit of the territory; none for all of it
     * @param situation an entry of the list {@code relief.hardship.situation}; empty for all
     * @param from of the day of the decision; of the application where there is none yet
     */
    public record Filter(
            @Nullable DivisionCode unit,
            AidState state,
            String situation,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    public Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<LocalDate> after) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        conditions.add(condition(filter.state()));
        if (after != null) {
            conditions.add("(a.applied_on, a.id) < (:afterOn, :afterId)");
            params.put("afterOn", after.key());
            params.put("afterId", after.id());
        }
        params.put("limit", PAGE + 1);
        return Slice.of(query(conditions, params).list(), PAGE, row -> new Cursor<>(row.appliedOn(), row.id()));
    }

    /** Every one of the filter, read a few hundred at a time; inside a transaction. */
    public void each(Scope scope, Filter filter, Consumer<Row> to) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        conditions.add(condition(filter.state()));
        params.put("limit", Long.MAX_VALUE);
        try (var rows = query(conditions, params).stream()) {
            rows.forEach(to);
        }
    }

    /** How many there are in each state, the filter's other conditions holding. */
    public Map<AidState, Long> counts(Scope scope, Filter filter) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        var counts = new HashMap<AidState, Long>();
        jdbc.sql(COUNTS.formatted(String.join(" and ", conditions)))
                .params(params)
                .query((ResultSet row) -> {
                    var result = row.getString("result");
                    var state = AidState.of(
                            State.valueOf(row.getString("state")), result == null ? null : Result.valueOf(result));
                    counts.merge(state, row.getLong("many"), Long::sum);
                });
        return counts;
    }

    /** On the row of the case. */
    private static String condition(AidState state) {
        return switch (state) {
            case HANDLING -> "c.state not in ('DECIDED', 'CLOSED')";
            case GRANTED -> "c.result = 'AGREED'";
            case REFUSED -> "c.result in ('REFUSED', 'NOT_ACCEPTED')";
            case OVER -> "c.result in ('WITHDRAWN', 'LAPSED')";
        };
    }

    private static List<String> conditions(Scope scope, Filter filter, Map<String, Object> params) {
        var conditions = new ArrayList<>(List.of(LevelColumn.condition("a", scope, filter.unit())));
        if (!filter.situation().isEmpty()) {
            conditions.add("a.situation = :situation");
            params.put("situation", filter.situation());
        }
        if (filter.from() != null) {
            conditions.add("coalesce(a.decided_on, a.applied_on) >= :from");
            params.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("coalesce(a.decided_on, a.applied_on) <= :to");
            params.put("to", filter.to());
        }
        return conditions;
    }

    private JdbcClient.MappedQuerySpec<Row> query(List<String> conditions, Map<String, Object> params) {
        return jdbc.sql(SELECT.formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row));
    }

    private static Row row(ResultSet row) throws SQLException {
        var modes = row.getArray("granted_modes");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("applied_on", LocalDate.class),
                row.getString("situation"),
                row.getObject("decided_on", LocalDate.class),
                modes == null ? List.of() : Arrays.asList((String[]) modes.getArray()),
                row.getLong("fen"),
                row.getString("payer"),
                row.getBoolean("first"));
    }
}
