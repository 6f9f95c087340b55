package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.platform.kernel.DivisionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 复核: counts everything again from the facts, and asks the rooms to count their records again. */
@Component
public class Recount {

    /** Roll-up and fresh together against the facts, key by key. */
    private static final String ADDITIVE = """
            with counted as (
                select m.measure, l as level, m.month, figures.bucket(g.code_now, l) as code, g.booked_month,
                    sum(m.value) as value
                from (select code_now, figures.month_of(happened_on) as month,
                          figures.month_of(booked_on) as booked_month, month_level, year_level,
                          sum(value) as times, sum(figures.sign_of(value)) as people
                      from figures.fact
                      where kind = :kind
                      group by 1, 2, 3, 4, 5) g
                cross join lateral (values
                    (1, 1::smallint, g.month, g.times), (2, g.month_level, g.month, g.people),
                    (3, g.year_level, figures.year_of(g.month), g.people)) m (measure, from_level, month, value)
                cross join lateral generate_series(m.from_level::int, 6) l
                where l < 6 or g.code_now <> figures.bucket(g.code_now, 5)
                group by 1, 2, 3, 4, 5),
            kept as (
                select measure, level, month, code, booked_month, sum(value) as value
                from (select measure, level, month, code, booked_month, value
                      from figures.rollup
                      where kind = :kind
                      union all
                      select e.measure, e.level, e.month, e.unit, figures.month_of(f.booked_on), e.change
                      from figures.fresh f
                      cross join lateral figures.expand(
                          f.code_now, f.value, f.happened_on, f.month_level, f.year_level) e
                      where f.kind = :kind) k
                group by 1, 2, 3, 4, 5)
            select measure, level, month, code, coalesce(k.value, 0)::bigint as kept,
                coalesce(c.value, 0)::bigint as counted
            from counted c
            full join kept k using (measure, level, month, code, booked_month)
            where coalesce(k.value, 0) <> coalesce(c.value, 0)
            order by measure, level, month, code
            """;

    /** Distinct people against the people themselves: it knows nothing of the levels kept with the facts. */
    private static final String DISTINCT = """
            with seen as (
                select code_now, figures.month_of(happened_on) as month, person,
                    sum(figures.sign_of(value)) as times
                from figures.fact
                where kind = :kind and person is not null
                group by 1, 2, 3),
            counted as (
                select measure, level, month, code, count(*) as value
                from (select m.measure, l as level, m.month, figures.bucket(s.code_now, l) as code, s.person
                      from seen s
                      cross join lateral (values (2, s.month), (3, figures.year_of(s.month))) m (measure, month)
                      cross join generate_series(1, 6) l
                      where l < 6 or s.code_now <> figures.bucket(s.code_now, 5)
                      group by 1, 2, 3, 4, 5
                      having sum(s.times) > 0) p
                group by 1, 2, 3, 4),
            kept as (
                select measure, level, month, code, sum(value) as value
                from (select measure, level, month, code, value
                      from figures.rollup
                      where kind = :kind and measure > 1
                      union all
                      select e.measure, e.level, e.month, e.unit, e.change
                      from figures.fresh f
                      cross join lateral figures.expand(
                          f.code_now, f.value, f.happened_on, f.month_level, f.year_level) e
                      where f.kind = :kind and e.measure > 1) k
                group by 1, 2, 3, 4)
            select measure, level, month, code, coalesce(k.value, 0)::bigint as kept,
                coalesce(c.value, 0)::bigint as counted
            from counted c
            full join kept k using (measure, level, month, code)
            where coalesce(k.value, 0) <> coalesce(c.value, 0)
            order by measure, level, month, code
            """;

    /**
     * Facts against a room's records, for each person: whoever is missing here and one too many there is found, though
     * the sums agree; where the room tells them, the days they were booked on too. 人 follow from it, since {@link #DISTINCT}
     * holds them against the facts.
     */
    private static final String OF_RECORDS = """
            select d.kind, case when sum(d.kept) <> sum(d.counted) then 1 when bool_or(d.kept <> d.counted) then 2 else 4 end
                as measure, 6 as level, d.month, d.code_now as code,
                (case when sum(d.kept) <> sum(d.counted) then sum(d.kept)
                      else count(*) filter (where d.kept > 0) end)::bigint as kept,
                (case when sum(d.kept) <> sum(d.counted) then sum(d.counted)
                      else count(*) filter (where d.counted > 0) end)::bigint as counted
            from (select b.kind, b.code_now, b.month, b.person, sum(b.kept) as kept, sum(b.counted) as counted
                  from (select o.kind, o.code_now, o.month, o.person, sum(o.kept) as kept, sum(o.counted) as counted
                        from (select f.kind::int, f.code_now, figures.month_of(f.happened_on) as month, f.person,
                                  case when :days then f.booked_on end as booked_on, f.value as kept, 0::bigint as counted
                              from figures.fact f
                              where f.kind = any (:kinds)
                              union all
                              select r.kind::int, r.code_now, figures.month_of(r.happened_on), r.person,
                                  %s, 0, r.value::bigint
                              from (%s) r) o
                        group by o.kind, o.code_now, o.month, o.person, o.booked_on
                        having sum(o.kept) <> sum(o.counted)) b
                  group by b.kind, b.code_now, b.month, b.person) d
            group by d.kind, d.month, d.code_now
            order by d.kind, d.month, d.code_now
            """;

    /** The measure of a difference in the days alone. */
    static final int AS_OF = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);

    private final JdbcClient jdbc;
    private final FigureKinds kinds;
    private final ObjectProvider<FactRecount> rooms;
    private final TransactionTemplate snapshot;

    Recount(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") PlatformTransactionManager manager,
            FigureKinds kinds,
            ObjectProvider<FactRecount> rooms) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.rooms = rooms;
        this.snapshot = new TransactionTemplate(manager);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * A number that is not what it should be.
     *
     * @param measure 1 人次, 2 人 of a month, 3 人 of a year, 4 人次 as of past days: the sum is right, the days are not
     * @param level 1 province … 5 village, 6 the seat of a hosted station or what a room's records say of a code
     * @param counted from the facts, or from the room's records; 人 equal to those kept are other people
     */
    public record Difference(
            FigureKind kind, int measure, int level, LocalDate month, DivisionCode code, long kept, long counted) {}

    private record Line(int measure, int level, LocalDate month, long code, long kept, long counted) {
        Difference of(FigureKind kind) {
            return new Difference(kind, measure, level, month, new DivisionCode(code), kept, counted);
        }
    }

    /** Every difference; each is logged as an error. Writers go on meanwhile: all is seen in one snapshot. */
    public List<Difference> run() {
        var found = snapshot.execute(status -> {
            var differences = new ArrayList<Difference>();
            for (var kind : kinds.all()) {
                lines(ADDITIVE, kind).forEach(line -> differences.add(line.of(kind)));
                lines(DISTINCT, kind).forEach(line -> differences.add(line.of(kind)));
            }
            rooms.stream().forEach(room -> differences.addAll(compare(room)));
            return differences;
        });
        var differences = found == null ? List.<Difference>of() : List.copyOf(found);
        differences.forEach(difference -> LOG.error("复核发现不符: {}", difference));
        return differences;
    }

    private List<Line> lines(String sql, FigureKind kind) {
        return jdbc.sql(sql).param("kind", kind.id()).query(Line.class).list();
    }

    private List<Difference> compare(FactRecount room) {
        var byId = room.kinds().stream().collect(Collectors.toMap(FigureKind::id, Function.identity()));
        var bookedOn = room.tellsDays() ? "r.booked_on" : "null::date";
        return jdbc.sql(OF_RECORDS.formatted(bookedOn, room.records()))
                .param("days", room.tellsDays())
                .param("kinds", byId.keySet().stream().map(Integer::shortValue).toArray(Short[]::new))
                .query((row, n) -> new Difference(
                        Optional.ofNullable(byId.get(row.getInt("kind"))).orElseThrow(),
                        row.getInt("measure"),
                        row.getInt("level"),
                        row.getObject("month", LocalDate.class),
                        new DivisionCode(row.getLong("code")),
                        row.getLong("kept"),
                        row.getLong("counted")))
                .list();
    }
}
