package org.rongyi.care.visit.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 走访动态: visit records, newest first, of any unit in the reader's territory. */
@Component
public class VisitList {

    static final int PAGE = 20;
    private static final int FETCH = 500;

    static final String SELECT = """
            select v.id, v.happened_on, v.kind, v.mode, v.sent, v.unit_name, v.recorded_unit, v.recorded_by, v.code_now,
                   v.withdrawn, v.version,
                   (select array_agg(a.name || ' ' || a.result || case when person.is_known(a.person_id) then ' +' else ' -' end
                                     order by a.person_id)
                    from visit.attendee a where a.visit_id = v.id and (not a.withdrawn or v.withdrawn)) as people
            from visit.visit v
            where %s
            order by v.happened_on desc, v.id desc
            """;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The number stands in the words: a plan that serves everybody must know that the list stops early. */
    static final String FIRST = SELECT + "limit " + (PAGE + 1);

    private final JdbcClient jdbc;

    VisitList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to show.
     *
     * @param unit a unit of the territory; none for all of it
     * @param own 本级/直属: of the unit, what lies in no division of this level below it; null for all of it
     * @param asOf what stood in the list at the end of that day, found by what it said then; null for what stands now
     * @param counted {@code contact} or {@code visit}: only records that figure counts; empty for all
     */
    public record Filter(
            @Nullable DivisionCode unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Level own,
            @Nullable LocalDate asOf,
            String counted,
            String mode,
            String kind,
            @Nullable Sent sent,
            boolean withdrawn) {}

    /** A line of the list. */
    public record Row(
            UUID id,
            LocalDate happenedOn,
            String kind,
            String mode,
            Set<Sent> sent,
            String unitName,
            String recordedUnit,
            String recordedBy,
            DivisionCode code,
            boolean withdrawn,
            List<Seen> people) {}

    /** Somebody the record names; masked for whom he is not known any more. */
    public record Seen(String name, Result result) {}

    Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<LocalDate> after) {
        var conditions = new ArrayList<String>();
        var params = LevelColumn.parameters(scope, filter.unit());
        where(scope, filter, conditions, params);
        if (after != null) {
            conditions.add("(v.happened_on, v.id) < (:afterOn, :afterId)");
            params.put("afterOn", after.key());
            params.put("afterId", after.id());
        }
        var read = jdbc.sql(FIRST.formatted(String.join("\n  and ", conditions)))
                .params(params)
                .query((row, n) -> row(row))
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.happenedOn(), row.id()));
    }

    /** Every record of the filter, read a few hundred at a time; inside a transaction. */
    void each(Scope scope, Filter filter, Consumer<Row> to) {
        var conditions = new ArrayList<String>();
        var params = LevelColumn.parameters(scope, filter.unit());
        where(scope, filter, conditions, params);
        params.put("limit", ListDownload.most());
        try (var rows = jdbc
                .sql((SELECT + "limit :limit").formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    private static void where(Scope scope, Filter filter, List<String> conditions, Map<String, Object> params) {
        conditions.add(LevelColumn.condition("v", scope, filter.unit()));
        own(filter, conditions, params);
        if (filter.asOf() != null) {
            then(filter, conditions, params);
            return;
        }
        conditions.add(filter.withdrawn() ? "v.withdrawn" : "not v.withdrawn");
        if (filter.from() != null) {
            conditions.add("v.happened_on >= :from");
            params.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("v.happened_on <= :to");
            params.put("to", filter.to());
        }
        if (!filter.mode().isEmpty()) {
            conditions.add("v.mode = :mode");
            params.put("mode", filter.mode());
        }
        if (!filter.kind().isEmpty()) {
            conditions.add("v.kind = :kind");
            params.put("kind", filter.kind());
        }
        if (filter.sent() != null) {
            conditions.add("v.sent & :sent > 0");
            params.put("sent", filter.sent().bit());
        }
        if (!filter.counted().isEmpty()) {
            conditions.add("exists (select from visit.attendee a"
                    + " where a.visit_id = v.id and a.result = 'MET' and not a.withdrawn)");
        }
        if (filter.counted().equals("visit")) {
            conditions.add("v.mode = 'HOME'");
        }
    }

    /** Codes of the unit itself, and of stations hosted there: their digits belong to no division. */
    private static void own(Filter filter, List<String> conditions, Map<String, Object> params) {
        if (filter.own() == null) {
            return;
        }
        conditions.add("(v.code_now / :span % :digits = 0 or v.code_now / :span % :digits >= 600)");
        params.put("span", filter.own().span());
        params.put("digits", filter.own().isAbove(Level.TOWN) ? 100 : 1000);
    }

    /** What a record said then is kept with the first change made after it. */
    private static void then(Filter filter, List<String> conditions, Map<String, Object> params) {
        conditions.add("v.recorded_at < :end");
        conditions.add("(not v.withdrawn or visit.was(v.id, :end) is not null)");
        params.put(
                "end",
                Optional.ofNullable(filter.asOf())
                        .orElseThrow()
                        .plusDays(1)
                        .atStartOfDay(ZONE)
                        .toOffsetDateTime());
        if (filter.from() != null) {
            conditions.add("coalesce((visit.was(v.id, :end) ->> 'happenedOn')::date, v.happened_on) >= :from");
            params.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("coalesce((visit.was(v.id, :end) ->> 'happenedOn')::date, v.happened_on) <= :to");
            params.put("to", filter.to());
        }
        if (!filter.mode().isEmpty() || filter.counted().equals("visit")) {
            conditions.add("coalesce(visit.was(v.id, :end) ->> 'mode', v.mode) = :mode");
            params.put("mode", filter.mode().isEmpty() ? "HOME" : filter.mode());
        }
        if (!filter.kind().isEmpty()) {
            conditions.add("coalesce(visit.was(v.id, :end) ->> 'kind', v.kind) = :kind");
            params.put("kind", filter.kind());
        }
        if (filter.sent() != null) {
            conditions.add("coalesce(jsonb_exists(visit.was(v.id, :end) -> 'sent', :sentName), v.sent & :sent > 0)");
            params.put("sent", filter.sent().bit());
            params.put("sentName", filter.sent().name());
        }
        if (!filter.counted().isEmpty()) {
            conditions.add("visit.met_by(v.id, :end)");
        }
    }

    static Row row(ResultSet row) throws SQLException {
        var people = new ArrayList<Seen>();
        var named = row.getArray("people");
        if (named != null) {
            for (var one : (String[]) named.getArray()) {
                boolean known = one.endsWith("+");
                var said = one.substring(0, one.length() - 2);
                int space = said.lastIndexOf(' ');
                people.add(new Seen(
                        NameMask.shown(said.substring(0, space), known), Result.valueOf(said.substring(space + 1))));
            }
        }
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("happened_on", LocalDate.class),
                row.getString("kind"),
                row.getString("mode"),
                Sent.of(row.getInt("sent")),
                row.getString("unit_name"),
                row.getString("recorded_unit"),
                row.getString("recorded_by"),
                new DivisionCode(row.getLong("code_now")),
                row.getBoolean("withdrawn"),
                people);
    }
}
