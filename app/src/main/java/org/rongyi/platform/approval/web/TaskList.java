package org.rongyi.platform.approval.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待办, read: what waits for a post, and what was raised to its unit; what is due first comes first. */
@Component
public class TaskList {

    static final int PAGE = 20;

    private static final String COLUMNS = """
            select t.id, t.case_id, t.kind, t.zh, c.route -> 'steps' -> t.step ->> 'kind' as step_kind, t.due_on, t.due_certain, t.urged, t.raised_ground, t.unit_name,
                   t.assigned_name, c.number, c.service, c.subject, c.person_name, c.code_now,
                   t.kind = 'SEAT' and t.step > 0 and c.state = 'HANDLING'
                       and coalesce((c.route -> 'steps' -> t.step ->> 'batch')::boolean, false) as batch
            from approval.task t
            join approval.case_file c on c.id = t.case_id
            """;

    private static final String PAGE_FROM = """
              and t.state = 'OPEN' and (t.due_on, t.id) > (:afterDue, :afterId)
            order by t.due_on, t.id
            limit :limit
            """;

    /** Waits for this post. */
    private static final String PAGE_OF_MINE = COLUMNS + """
            where t.unit_id = :unit and :role = any(t.roles)
              and (t.assigned_account is null or t.assigned_account in (:account, :principal))
            """ + PAGE_FROM;

    /** Stands on the list of this post's unit, whoever it waits for. */
    private static final String PAGE_OF_RAISED = COLUMNS + """
            where t.raised_unit = :unit
            """ + PAGE_FROM;

    private static final String COUNT = """
            select count(*) filter (where t.unit_id = :unit and :role = any(t.roles)
                                          and (t.assigned_account is null or t.assigned_account in (:account, :principal))) as mine,
                   count(*) filter (where t.raised_unit = :unit) as raised
            from approval.task t
            where t.state = 'OPEN' and (t.unit_id = :unit or t.raised_unit = :unit)
            """;

    private final JdbcClient jdbc;

    TaskList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which list. */
    public enum Which {
        MINE("我的待办"),
        RAISED("督办清单");

        private final String zh;

        Which(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param batch whether its route allows it to be agreed to together with others */
    public record Row(
            UUID id,
            UUID caseId,
            Task.Kind kind,
            Step.Kind step,
            String zh,
            Term.Due due,
            int urged,
            Task.@Nullable Ground raised,
            String desk,
            String number,
            String service,
            String subject,
            String personName,
            DivisionCode code,
            boolean batch) {}

    public record Counts(long mine, long raised) {}

    Slice<Row> page(Actor.Office office, Which which, @Nullable Cursor<LocalDate> after) {
        var params = paged(office, after, PAGE + 1);
        var read = query(which, params).list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.due().on(), row.id()));
    }

    /** Every task of the list, read a few hundred at a time; inside a transaction. */
    void each(Actor.Office office, Which which, Consumer<Row> to) {
        try (var rows = query(which, paged(office, null, ListDownload.most())).stream()) {
            rows.forEach(to);
        }
    }

    private static Map<String, Object> paged(Actor.Office office, @Nullable Cursor<LocalDate> after, long limit) {
        var params = params(office);
        params.put("afterDue", after == null ? LocalDate.EPOCH : after.key());
        params.put("afterId", after == null ? new UUID(0, 0) : after.id());
        params.put("limit", limit);
        return params;
    }

    private JdbcClient.MappedQuerySpec<Row> query(Which which, Map<String, Object> params) {
        return jdbc.sql(which == Which.MINE ? PAGE_OF_MINE : PAGE_OF_RAISED)
                .params(params)
                .query((row, n) -> row(row));
    }

    Counts counts(Actor.Office office) {
        return jdbc.sql(COUNT).params(params(office)).query(Counts.class).single();
    }

    private static Map<String, Object> params(Actor.Office office) {
        var params = new HashMap<String, Object>();
        params.put("unit", office.unit());
        params.put("role", office.role().name());
        params.put("account", office.account());
        params.put("principal", Objects.requireNonNullElse(office.actingFor(), office.account()));
        return params;
    }

    private static Row row(ResultSet row) throws SQLException {
        var ground = row.getString("raised_ground");
        var assigned = row.getString("assigned_name");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                Task.Kind.valueOf(row.getString("kind")),
                Step.Kind.valueOf(row.getString("step_kind")),
                row.getString("zh"),
                new Term.Due(row.getObject("due_on", LocalDate.class), row.getBoolean("due_certain")),
                row.getInt("urged"),
                ground == null ? null : Task.Ground.valueOf(ground),
                row.getString("unit_name") + (assigned == null ? "" : "，" + assigned),
                row.getString("number"),
                row.getString("service"),
                row.getString("subject"),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getBoolean("batch"));
    }
}
