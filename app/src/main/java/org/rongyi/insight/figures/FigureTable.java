package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 数据表: reads figures. Every answer is one statement over the roll-up and what is not folded into it yet, so it holds
 * what was committed at that moment, no more and no less.
 */
@Component
public class FigureTable {

    private static final String WHOLE_MONTHS = """
            select kind, measure, unit, change as value
            from figures.whole_months(:kinds::smallint[], :level, :low, :high, :months::date[], :people,
                :from, :to, :wholeFrom, :wholeTo, :closed)
            order by unit, kind, measure
            """;

    private static final String WITH_SINGLE_DAYS = """
            select kind, measure, unit, sum(change)::bigint as value
            from (
                select m.kind, m.measure, m.unit, m.change
                from figures.whole_months(:kinds::smallint[], :level, :low, :high, :months::date[], :people,
                    :from, :to, :wholeFrom, :wholeTo, :closed) m
                union all
                select d.kind, d.measure, d.unit, d.change
                from figures.count_days(:kinds::smallint[], :level, :low, :high, :edges::date[], :closed, :from, :to,
                    :bookedFrom::date, :bookedTo::date, :people::smallint) d) part
            group by kind, measure, unit
            order by unit, kind, measure
            """;

    private static final String TREND = """
            select month, measure, sum(change)::bigint as value
            from (
                select r.month, r.measure, r.value as change
                from figures.rollup r
                where r.kind = :kind and r.measure in (1, 2) and r.level = :level
                  and r.month = any (:months::date[]) and r.code = :low and r.booked_month < :closed
                union all
                select figures.month_of(f.happened_on), m.measure,
                    case m.measure when 1 then f.value else figures.sign_of(f.value) end
                from figures.fresh f
                join (values (1), (2)) as m (measure) on m.measure = 1 or f.month_level <= :level
                where f.kind = :kind and f.code_now >= :low and f.code_now < :high
                  and figures.month_of(f.happened_on) = any (:months::date[]) and f.booked_on < :closed
                union all
                select b.month, b.measure, b.change
                from figures.count_booked(:kind::smallint, :level, :low, :high, :from, :to, :closed, :asOf) b) part
            group by month, measure
            """;

    private static final int PEOPLE = 2;
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final int SEAT_ALONE = 6;

    private final JdbcClient jdbc;
    private final FigureKinds kinds;

    FigureTable(JdbcClient jdbc, FigureKinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** One month of a trend. */
    public record Point(
            YearMonth month, long times, @Nullable People people) {}

    private record Line(int kind, int measure, long unit, long value) {}

    private record MonthLine(LocalDate month, int measure, long value) {}

    /**
     * Figures of the units one step below, those that have any, in order of code; a row with the asked unit's own code
     * is 本级/直属.
     *
     * @param level of the units below: usually the next, for 东莞 and 中山 the town
     */
    public List<Count> children(Question question, Level level) {
        return ask(question, level.number());
    }

    /** Figures of the unit itself, one for each kind asked. */
    public List<Count> total(Question question) {
        var counts =
                ask(question, levelOf(question.unit())).stream().collect(Collectors.toMap(Count::kind, count -> count));
        return question.kinds().stream()
                .map(kind ->
                        counts.getOrDefault(kind, count(kind, question.unit().value(), Map.of(), question.period())))
                .toList();
    }

    /**
     * The last months of one kind in one unit, oldest first; months without facts are zero.
     *
     * @param asOf only what was recorded by the end of that day; null for all that is recorded now
     */
    public List<Point> trend(FigureKind kind, DivisionCode unit, YearMonth last, int months, @Nullable LocalDate asOf) {
        var all = Stream.iterate(last.minusMonths(months - 1L), month -> month.plusMonths(1))
                .limit(months)
                .toList();
        var lines = jdbc.sql(TREND)
                .param("kind", kind.id())
                .param("level", levelOf(unit))
                .param("months", days(all.stream().map(month -> month.atDay(1)).toList()))
                .param("low", unit.value())
                .param("high", unit.end())
                .param("from", all.getFirst().atDay(1))
                .param("to", last.plusMonths(1).atDay(1))
                .param("closed", closed(asOf))
                .param("asOf", asOf)
                .query(MonthLine.class)
                .list();
        return all.stream()
                .map(month -> new Point(
                        month, value(lines, month, 1), kind.people() ? new People(value(lines, month, PEOPLE)) : null))
                .toList();
    }

    private List<Count> ask(Question question, int level) {
        var period = question.period();
        var months = period.wholeMonths();
        var edges = period.edgeDays();
        var asOf = question.asOf();
        var closed = closed(asOf);
        boolean cut = asOf != null && !asOf.isBefore(closed);
        var lines = jdbc.sql(cut || !edges.isEmpty() ? WITH_SINGLE_DAYS : WHOLE_MONTHS)
                .param("kinds", question.kinds().stream().map(FigureKind::id).toArray(Integer[]::new))
                .param("level", level)
                .param("low", question.unit().value())
                .param("high", question.unit().end())
                .param("months", days(months))
                .param("edges", days(edges))
                .param("people", peopleMeasure(period))
                .param("from", period.from())
                .param("to", period.to())
                .param("wholeFrom", months.isEmpty() ? period.from() : months.getFirst())
                .param(
                        "wholeTo",
                        months.isEmpty() ? period.from() : months.getLast().plusMonths(1))
                .param("closed", closed)
                .param("bookedFrom", cut ? closed : null)
                .param("bookedTo", cut ? asOf : null)
                .query(Line.class)
                .list();
        return counts(lines, period);
    }

    /**
     * The roll-up answers for what was recorded before this day. An as-of day cuts through its month, which then comes from
     * the facts themselves; unless it is the last of the month.
     */
    private static LocalDate closed(@Nullable LocalDate asOf) {
        return asOf == null ? NEVER : asOf.plusDays(1).withDayOfMonth(1);
    }

    private List<Count> counts(List<Line> lines, Period period) {
        var byUnit = new TreeMap<Long, Map<Integer, Map<Integer, Long>>>();
        for (var line : lines) {
            byUnit.computeIfAbsent(line.unit(), unit -> new TreeMap<>())
                    .computeIfAbsent(line.kind(), kind -> new TreeMap<>())
                    .put(line.measure(), line.value());
        }
        return byUnit.entrySet().stream()
                .flatMap(unit -> unit.getValue().entrySet().stream()
                        .map(kind -> count(kinds.get(kind.getKey()), unit.getKey(), kind.getValue(), period)))
                .toList();
    }

    private static Count count(FigureKind kind, long unit, Map<Integer, Long> values, Period period) {
        var people = kind.people() && period instanceof Period.Fixed
                ? new People(values.getOrDefault(peopleMeasure(period), 0L))
                : null;
        return new Count(kind, new DivisionCode(unit), values.getOrDefault(1, 0L), people);
    }

    private static int peopleMeasure(Period period) {
        return switch (period) {
            case Period.Month ignored -> PEOPLE;
            case Period.WholeYear ignored -> 3;
            case Period.Days ignored -> 0;
        };
    }

    /** A hosted station's seat code (挂靠站) is no division: its own figures stand at a level of their own. */
    private static int levelOf(DivisionCode unit) {
        boolean hosted = unit.value() / 1000 % 1000 >= 600 || unit.value() % 1000 >= 600;
        return hosted ? SEAT_ALONE : unit.level().number();
    }

    private static long value(Collection<MonthLine> lines, YearMonth month, int measure) {
        return lines.stream()
                .filter(line -> line.measure() == measure && line.month().equals(month.atDay(1)))
                .mapToLong(MonthLine::value)
                .sum();
    }

    private static String[] days(Collection<LocalDate> days) {
        return days.stream().map(Objects::toString).toArray(String[]::new);
    }
}
