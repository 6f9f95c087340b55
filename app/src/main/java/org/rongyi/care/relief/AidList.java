package org.rongyi.care.relief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
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

    /**
     * 钱到哪天: let go on the first day of any of its batches, paid on the last day of all of its grants. Nothing while a grant of it is
     * not wholly paid, nor of money whose books are kept elsewhere.
     */
    private static final String MONEY = """
            left join lateral (
                select min((b.released_at at time zone 'Asia/Shanghai')::date) as released_on,
                       case when bool_and(m.state = 'PAID') then max(y.paid_on) end as paid_on
                from fund.grant_made m
                left join fund.payment y on y.grant_id = m.id and y.state in ('SENT', 'PAID', 'PARTIAL')
                left join fund.batch b on b.id = y.batch_id
                where m.case_id = a.id and m.state <> 'CANCELLED') w on true
            """;

    /** 困难帮扶援助, as a line of the one list of both. */
    private static final String HARDSHIP = """
            select 'HARDSHIP' as service, h.id, h.person_id, h.person_name, h.code_now, h.city, h.county, h.town,
                   h.applied_on, h.situation, h.decided_on as decision_on, coalesce(h.given_on, h.decided_on) as decided_on,
                   coalesce(h.granted_modes, case when h.given_on is not null then h.first_modes end) as granted_modes,
                   coalesce(h.granted_fen, h.first_fen, 0) as fen, coalesce(h.payer, h.first_payer::text) as payer,
                   h.first_on is not null as first, h.given_on is not null as given
            from relief.aid h
            """;

    /** 应急救助, the same; its day is the day it was paid. */
    private static final String EMERGENCY = """
            select 'EMERGENCY' as service, e.id, e.person_id, e.person_name, e.code_now, e.city, e.county, e.town,
                   e.applied_on, e.kind as situation, e.decided_on as decision_on,
                   coalesce(e.paid_on, case when e.granted_fen is null then e.decided_on end) as decided_on,
                   case when e.paid_on is not null then '{MONEY}'::text[] end as granted_modes,
                   case when e.paid_on is null then 0 else e.granted_fen end as fen, e.fund_id::text as payer,
                   false as first, e.paid_on is not null as given
            from relief.emergency e
            """;

    private static final String ALL = "(" + HARDSHIP + "union all\n" + EMERGENCY + ") a\n";

    private static final String SELECT = """
            select a.id, a.service, a.person_id, a.person_name, a.code_now, a.applied_on, a.situation, a.decided_on,
                   a.granted_modes, a.fen, a.payer, a.first, w.paid_on
            from
            """ + ALL + """
            join approval.case_file c on c.id = a.id
            """ + MONEY + """
            where %s
            order by a.applied_on desc, a.id desc
            limit :limit
            """;

    /** Of how many, the latest, it is told how long they took: a province has hundreds of thousands. */
    public static final int TIMED = 5_000;

    /** Days from the application: to the decision, until the money was let go, and until the bank had paid all of it. */
    private static final String TIMES = """
            select count(d.decided) as decided,
                   percentile_disc(0.5) within group (order by d.decided) as decided_median,
                   percentile_disc(0.9) within group (order by d.decided) as decided_most,
                   count(d.released) as released,
                   percentile_disc(0.5) within group (order by d.released) as released_median,
                   percentile_disc(0.9) within group (order by d.released) as released_most,
                   count(d.paid) as paid,
                   percentile_disc(0.5) within group (order by d.paid) as paid_median,
                   percentile_disc(0.9) within group (order by d.paid) as paid_most
            from (select a.decision_on - a.applied_on as decided, w.released_on - a.applied_on as released,
                         w.paid_on - a.applied_on as paid
                  from (select a.id, a.applied_on, a.decision_on
                        from
            """ + ALL + """
                        join approval.case_file c on c.id = a.id
                        where %s
                        order by a.applied_on desc, a.id desc
                        limit :timed) a
            """ + MONEY + """
                  ) d
            """;

    private static final String COUNTS = """
            select c.state, c.result, count(*) as many
            from
            """ + ALL + """
            join approval.case_file c on c.id = a.id
            where %s and not a.given
            group by c.state, c.result
            """;

    private static final String GIVEN = """
            select count(*)
            from
            """ + ALL + """
            where %s and a.given
            """;

    private final JdbcClient jdbc;

    AidList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An application.
     *
     * @param service HARDSHIP or EMERGENCY
     * @param fen granted, or given first; nothing where nothing was
     * @param first help came first
     * @param paidOn when the last of it was paid; none before, and of money whose books are kept elsewhere
     */
    public record Row(
            UUID id,
            String service,
            UUID person,
            String personName,
            DivisionCode code,
            LocalDate appliedOn,
            String situation,
            @Nullable LocalDate decidedOn,
            List<String> modes,
            long fen,
            @Nullable String payer,
            boolean first,
            @Nullable LocalDate paidOn) {

        /** 从申请到到账, in days; none before all of it is paid. */
        public @Nullable Long daysToMoney() {
            return paidOn == null ? null : ChronoUnit.DAYS.between(appliedOn, paidOn);
        }
    }

    /**
     * How long it took, of so many cases.
     *
     * @param median days within which half of them were there
     * @param most days within which nine of ten were
     */
    public record Time(long cases, int median, int most) {}

    /** From the application to the decision, to the money's release, and to the bank's paying. */
    public record Times(Time decided, Time released, Time paid) {}

    /**
     * What to show.
     *
     * @param unit a unit of the territory; none for all of it
     * @param service HARDSHIP or EMERGENCY; empty for both
     * @param situation an entry of the list {@code relief.hardship.situation} or {@code relief.emergency.kind}; empty for all
     * @param from of the day of the decision; of the application where there is none yet
     * @param own 本级/直属: of the unit, what lies in no division of this level below it; null for all of it
     * @param asOf what was booked as given by the end of that day; null for what stands now
     */
    public record Filter(
            @Nullable DivisionCode unit,
            AidState state,
            String service,
            String situation,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Level own,
            @Nullable LocalDate asOf) {

        public Filter(
                @Nullable DivisionCode unit,
                AidState state,
                String service,
                String situation,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            this(unit, state, service, situation, from, to, null, null);
        }
    }

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
        return Slice.of(query(filter, conditions, params).list(), PAGE, row -> new Cursor<>(row.appliedOn(), row.id()));
    }

    /** Every one of the filter, read a few hundred at a time; inside a transaction. */
    public void each(Scope scope, Filter filter, Consumer<Row> to) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        conditions.add(condition(filter.state()));
        params.put("limit", ListDownload.most());
        try (var rows = query(filter, conditions, params).stream()) {
            rows.forEach(to);
        }
    }

    /** How long it took from the application to the money, of what was granted under the filter's other conditions. */
    public Times times(Scope scope, Filter filter) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        conditions.add(condition(AidState.GRANTED));
        params.put("timed", TIMED);
        return jdbc.sql(TIMES.formatted(String.join(" and ", conditions)))
                .params(params)
                .query((row, n) -> new Times(time(row, "decided"), time(row, "released"), time(row, "paid")))
                .single();
    }

    private static Time time(ResultSet row, String what) throws SQLException {
        return new Time(row.getLong(what), row.getInt(what + "_median"), row.getInt(what + "_most"));
    }

    /** How many there are in each state, the filter's other conditions holding. */
    public Map<AidState, Long> counts(Scope scope, Filter filter) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = conditions(scope, filter, params);
        var counts = new HashMap<AidState, Long>();
        var where = String.join(" and ", conditions);
        jdbc.sql(COUNTS.formatted(where)).params(params).query((ResultSet row) -> {
            var result = row.getString("result");
            var state = AidState.of(
                    State.valueOf(row.getString("state")), result == null ? null : Result.valueOf(result), false);
            counts.merge(state, row.getLong("many"), Long::sum);
        });
        long given = jdbc.sql(GIVEN.formatted(where))
                .params(params)
                .query(Long.class)
                .single();
        counts.merge(AidState.GRANTED, given, Long::sum);
        return counts;
    }

    /** On the rows of the case and of what was granted; {@link AidState#of} says the same. */
    private static String condition(AidState state) {
        return switch (state) {
            case HANDLING -> "not a.given and c.state not in ('DECIDED', 'CLOSED')";
            case GRANTED -> "a.given";
            case REFUSED -> "not a.given and c.result in ('REFUSED', 'NOT_ACCEPTED')";
            case OVER -> "not a.given and c.result in ('WITHDRAWN', 'LAPSED')";
        };
    }

    private static List<String> conditions(Scope scope, Filter filter, Map<String, Object> params) {
        var conditions = new ArrayList<>(List.of(LevelColumn.condition("a", scope, filter.unit())));
        if (!filter.service().isEmpty()) {
            conditions.add("a.service = :service");
            params.put("service", filter.service());
        }
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
        if (filter.own() != null) {
            conditions.add("(a.code_now / :span % :digits = 0 or a.code_now / :span % :digits >= 600)");
            params.put("span", filter.own().span());
            params.put("digits", filter.own().isAbove(Level.TOWN) ? 100 : 1000);
        }
        if (filter.asOf() != null) {
            // nothing is booked before it happened, so the dear question is asked of few
            conditions.add("coalesce(a.decided_on, a.applied_on) <= :asOf");
            conditions.add("figures.stood_on(20::smallint, a.id, :asOf) is not null");
            params.put("asOf", filter.asOf());
        }
        return conditions;
    }

    private JdbcClient.MappedQuerySpec<Row> query(Filter filter, List<String> conditions, Map<String, Object> params) {
        return jdbc.sql(SELECT.formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row));
    }

    private static Row row(ResultSet row) throws SQLException {
        var modes = row.getArray("granted_modes");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("service"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("applied_on", LocalDate.class),
                row.getString("situation"),
                row.getObject("decided_on", LocalDate.class),
                modes == null ? List.of() : Arrays.asList((String[]) modes.getArray()),
                row.getLong("fen"),
                row.getString("payer"),
                row.getBoolean("first"),
                row.getObject("paid_on", LocalDate.class));
    }
}
