package org.rongyi.platform.approval.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 办件台账, read: the newest application first. */
@Component
public class CaseList {

    static final int PAGE = 20;
    private static final int FETCH = 500;

    private static final String SELECT = """
            select c.id, c.number, c.service, c.subject, c.person_name, c.code_now, c.applied_on, c.state, c.result,
                   c.decide_due, c.decide_certain, c.stopped_on, c.decided_on, c.filed_by
            from approval.case_file c
            where %s
            order by c.applied_on desc, c.id desc
            limit :limit
            """;

    private static final String COUNTS = """
            select c.state, count(*) as many from approval.case_file c where %s group by c.state
            """;

    private static final String OWN = """
            select c.id, c.number, c.service, c.subject, c.person_name, c.code_now, c.applied_on, c.state, c.result,
                   c.decide_due, c.decide_certain, c.stopped_on, c.decided_on, c.filed_by
            from approval.case_file c
            where c.person_id = :person
            order by c.applied_on desc, c.id desc
            limit 100
            """;

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Row(
            UUID id,
            String number,
            String service,
            String subject,
            String personName,
            DivisionCode code,
            LocalDate appliedOn,
            Position.State state,
            Position.@Nullable Result result,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate decidedOn,
            String filedBy) {

        /** 办理中, or 已办结：同意. */
        public String standing() {
            return result == null ? state.zh() : state.zh() + "：" + result.zh();
        }
    }

    /**
     * What to show.
     *
     * @param unit a unit of the territory; none for all of it
     * @param service empty for all
     * @param rated only those rated so; null for all, rated or not
     */
    public record Filter(
            @Nullable DivisionCode unit,
            Position.@Nullable State state,
            String service,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Rated rated) {}

    Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<LocalDate> after) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        inState(filter, conditions, params);
        if (after != null) {
            conditions.add("(c.applied_on, c.id) < (:afterOn, :afterId)");
            params.put("afterOn", after.key());
            params.put("afterId", after.id());
        }
        params.put("limit", PAGE + 1);
        var read = query(SELECT, conditions, params).list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.appliedOn(), row.id()));
    }

    /** Every case of the filter, read a few hundred at a time; inside a transaction. */
    void each(Scope scope, Filter filter, Consumer<Row> to) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        inState(filter, conditions, params);
        params.put("limit", ListDownload.most());
        try (var rows = query(SELECT, conditions, params).stream()) {
            rows.forEach(to);
        }
    }

    Map<Position.State, Long> counts(Scope scope, Filter filter) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        var counts = new HashMap<Position.State, Long>();
        jdbc.sql(COUNTS.formatted(String.join(" and ", conditions)))
                .params(params)
                .query((ResultSet row) -> {
                    counts.put(Position.State.valueOf(row.getString("state")), row.getLong("many"));
                });
        return counts;
    }

    /** The veteran's own. */
    List<Row> own(UUID person) {
        return jdbc.sql(OWN).param("person", person).query((row, n) -> row(row)).list();
    }

    private static List<String> conditions(Scope scope, Filter filter, Map<String, Object> params) {
        var conditions = new ArrayList<>(List.of(LevelColumn.condition("c", scope, filter.unit())));
        if (!filter.service().isEmpty()) {
            conditions.add("c.service = :service");
            params.put("service", filter.service());
        }
        if (filter.from() != null) {
            conditions.add("c.applied_on >= :from");
            params.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("c.applied_on <= :to");
            params.put("to", filter.to());
        }
        if (filter.rated() != null) {
            filter.rated().narrow(conditions, params);
        }
        return conditions;
    }

    private static void inState(Filter filter, List<String> conditions, Map<String, Object> params) {
        if (filter.state() != null) {
            conditions.add("c.state = :state");
            params.put("state", filter.state().name());
        }
    }

    private JdbcClient.MappedQuerySpec<Row> query(
            String template, List<String> conditions, Map<String, Object> params) {
        return jdbc.sql(template.formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row));
    }

    private static Row row(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("service"),
                row.getString("subject"),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("applied_on", LocalDate.class),
                Position.State.valueOf(row.getString("state")),
                result == null ? null : Position.Result.valueOf(result),
                row.getObject("stopped_on") == null ? row.getObject("decide_due", LocalDate.class) : null,
                row.getObject("decided_on", LocalDate.class),
                row.getString("filed_by"));
    }
}
