package org.rongyi.insight.figures.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.People;
import org.rongyi.insight.figures.Period;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.map.MapDrawing;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.chart.BarChart;
import org.rongyi.platform.ui.chart.TrendChart;
import org.rongyi.platform.ui.field.Option;

/**
 * 数据.
 *
 * @param above units above, as far as the reader may look
 * @param main the kind that is drawn; null when no room counts anything
 * @param rows the units below; none in a village
 * @param map none where the units below have no outlines that may be shown; the table has them all
 * @param late what was recorded into the period afterwards; null when nothing was
 */
public record FiguresPage(
        DivisionCode unit,
        String unitName,
        List<Division> above,
        Filter filter,
        Period period,
        List<FigureKind> kinds,
        @Nullable FigureKind main,
        List<Count> totals,
        List<Row> rows,
        List<FigureTable.Point> trend,
        @Nullable MapDrawing map,
        @Nullable Late late,
        FieldErrors errors)
        implements Page {

    FiguresPage(
            DivisionCode unit,
            String unitName,
            List<Division> above,
            Filter filter,
            Period period,
            List<FigureKind> kinds,
            @Nullable FigureKind main,
            List<Count> totals,
            List<Row> rows,
            List<FigureTable.Point> trend,
            @Nullable MapDrawing map,
            @Nullable Late late) {
        this(unit, unitName, above, filter, period, kinds, main, totals, rows, trend, map, late, FieldErrors.none());
    }

    /** The reader's choice, carried on from unit to unit. */
    public record Filter(
            String period,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf,
            String kind,
            boolean byValue) {

        Filter asOf(@Nullable LocalDate day) {
            return new Filter(period, from, to, day, kind, byValue);
        }

        public String query() {
            var query = new StringBuilder("?period=").append(period);
            if (from != null && to != null) {
                query.append("&from=").append(from).append("&to=").append(to);
            }
            if (asOf != null) {
                query.append("&asOf=").append(asOf);
            }
            return query.append("&kind=")
                    .append(kind)
                    .append(byValue ? "&sort=value" : "")
                    .toString();
        }
    }

    /**
     * A unit below.
     *
     * @param own 本级/直属: what stands at the unit itself, and at the stations hosted there
     */
    public record Row(DivisionCode code, String name, boolean own, Map<FigureKind, Count> counts) {

        public long times(@Nullable FigureKind kind) {
            var count = kind == null ? null : counts.get(kind);
            return count == null ? 0 : count.times();
        }

        public @Nullable People people(FigureKind kind) {
            var count = counts.get(kind);
            return count == null ? new People(0) : count.people();
        }
    }

    /** What late entries, corrections and withdrawals did to the period since the end of that day. */
    public record Late(LocalDate since, List<Change> changes) {}

    /** More or fewer of a kind. */
    public record Change(FigureKind kind, long times) {

        public String words() {
            return kind.zh() + (times > 0 ? "增加" : "减少") + kind.exact(Math.abs(times));
        }
    }

    FiguresPage with(FieldErrors wrong) {
        return new FiguresPage(
                unit, unitName, above, filter, period, kinds, main, totals, rows, trend, map, late, wrong);
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("figures.publish.least");
    }

    @Override
    public String title() {
        return unitName + "数据";
    }

    @Override
    public List<Crumb> crumbs() {
        return above.stream()
                .map(unitAbove -> new Crumb(unitAbove.name(), path(unitAbove.code())))
                .toList();
    }

    public String lead() {
        return PeriodChoice.words(period) + (filter.asOf() == null ? "" : "，截至" + Words.day(filter.asOf()) + "入账");
    }

    /** Says that the period has changed since it was looked at or reported. */
    public Optional<String> lateNote() {
        if (late == null) {
            return Optional.empty();
        }
        var changes = late.changes().stream().map(Change::words).collect(Collectors.joining("，"));
        var since = filter.asOf() == null ? "本期结束（" + Words.day(late.since()) + "）后" : Words.day(late.since()) + "后";
        return Optional.of(since + "又有补录、更正或撤回入账：" + changes + "。");
    }

    /** From the present figures to those of the period's end, and from those of a day back to the present ones. */
    public String otherAsOf() {
        var other = filter.asOf() == null && late != null ? late.since() : null;
        return "/figures/" + unit + filter.asOf(other).query();
    }

    public List<Option> periods() {
        return PeriodChoice.options(filter.period());
    }

    /** Whether distinct 人 are known for this period. */
    public boolean hasPeople() {
        return period instanceof Period.Fixed && kinds.stream().anyMatch(FigureKind::people);
    }

    /** This very table as a file. */
    public String export() {
        return "/figures/export.xlsx" + filter.query() + "&unit=" + unit;
    }

    public String path(DivisionCode code) {
        return "/figures/" + code + filter.query();
    }

    /** The records behind a number. */
    public String records(FigureKind kind, DivisionCode code) {
        var asOf = filter.asOf();
        return records(kind, code, period) + (asOf == null || !kind.dated() ? "" : "&asOf=" + asOf);
    }

    /** The same for a row; none for 本级/直属 where its list cannot tell it from the units below. */
    public @Nullable String records(FigureKind kind, Row row) {
        if (!row.own()) {
            return records(kind, row.code());
        }
        return kind.dated() ? records(kind, row.code()) + "&own=true" : null;
    }

    static String records(FigureKind kind, DivisionCode code, Period period) {
        return kind.recordsPath() + (kind.recordsPath().contains("?") ? "&" : "?") + "unit=" + code + "&from="
                + period.from() + "&to=" + period.to().minusDays(1);
    }

    /** Where a unit's name leads: to the units below it; from a village there is no further down. */
    public @Nullable String below(Row row) {
        return row.own() ? null : path(row.code());
    }

    public Optional<BarChart> bars() {
        var kind = main;
        if (kind == null || rows.isEmpty() || rows.stream().anyMatch(row -> row.times(kind) < 0)) {
            return Optional.empty();
        }
        long all = rows.stream().mapToLong(row -> row.times(kind)).sum();
        return Optional.of(new BarChart(
                kind.zh() + "占比",
                "单位",
                kind.cellUnit(),
                rows.stream()
                        .map(row -> new BarChart.Bar(
                                row.name(),
                                kind.drawn(row.times(kind)),
                                Words.percent(row.times(kind), all),
                                below(row)))
                        .toList()));
    }

    public Optional<TrendChart> chart() {
        var kind = main;
        if (kind == null || trend.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(trendChart(kind, trend));
    }

    static TrendChart trendChart(FigureKind kind, List<FigureTable.Point> trend) {
        var people = trend.stream().map(FigureTable.Point::people).toList();
        return new TrendChart(
                kind.zh() + "逐月",
                kind.cellUnit(),
                trend.stream().map(point -> point.month().getMonthValue() + "月").toList(),
                new TrendChart.Series(
                        kind.cellUnit(),
                        trend.stream().map(point -> kind.drawn(point.times())).toList()),
                kind.people() && people.stream().anyMatch(Objects::nonNull)
                        ? new TrendChart.Series(
                                "人",
                                people.stream()
                                        .map(p -> p == null ? 0L : p.number())
                                        .toList())
                        : null);
    }
}
