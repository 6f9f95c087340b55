package org.rongyi.insight.figures.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;

/** What is asked of the figures, for the screen and for the sheet alike. */
@Component
class FigureDesk {

    static final int TREND_MONTHS = 13;

    private final FigureTable table;
    private final FigureKinds kinds;
    private final Divisions divisions;
    private final FigureMap map;
    private final OwnFigures own;
    private final Transactions transactions;

    FigureDesk(
            FigureTable table,
            FigureKinds kinds,
            Divisions divisions,
            FigureMap map,
            OwnFigures own,
            Transactions transactions) {
        this.own = own;
        this.map = map;
        this.table = table;
        this.kinds = kinds;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    /** What the address asks for; both days of a free period are in it. */
    record Query(
            @Nullable String period,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate asOf,

            @Nullable String kind,
            @Nullable String sort) {}

    /** Of a unit of the actor's territory, or of the own one, whose seat may lie outside of what it serves. */
    static boolean mayAsk(Actor.Office actor, DivisionCode unit) {
        return actor.scope().covers(unit) || unit.equals(actor.unitCode());
    }

    /** False for a free period without both of its days, or with the last before the first. */
    boolean isUnderstood(Query query) {
        var chosen =
                Optional.ofNullable(query.period()).filter(p -> !p.isBlank()).orElse("month");
        return PeriodChoice.of(chosen, query.from(), query.to(), divisions.today())
                .isPresent();
    }

    /** What the screen shows of a unit of the actor's territory; of a period nobody understands, this month. */
    FiguresPage page(Actor.Office actor, DivisionCode unit, Query query) {
        var today = divisions.today();
        var chosen =
                Optional.ofNullable(query.period()).filter(p -> !p.isBlank()).orElse("month");
        var period = PeriodChoice.of(chosen, query.from(), query.to(), today)
                .orElseGet(() -> new Period.Month(YearMonth.from(today)));
        var asOf = Optional.ofNullable(query.asOf())
                .filter(day -> day.isBefore(today))
                .orElse(null);
        var main = Optional.ofNullable(query.kind())
                .flatMap(kinds::find)
                .or(() -> kinds.all().stream().findFirst())
                .orElse(null);
        var filter = new FiguresPage.Filter(
                chosen, query.from(), query.to(), asOf, main == null ? "" : main.code(), "value".equals(query.sort()));
        var question = new Question(unit, kinds.all(), period, asOf);
        return transactions.read(actor, () -> {
            var rows = rows(question, actor, filter, main);
            var total = own.total(actor, question);
            return new FiguresPage(
                    unit,
                    name(unit, actor),
                    path(unit, actor),
                    filter,
                    period,
                    kinds.all(),
                    main,
                    total,
                    rows,
                    main == null
                            ? List.of()
                            : own.trend(actor, main, unit, lastMonth(period, today), TREND_MONTHS, asOf),
                    map.draw(name(unit, actor), main, rows, filter),
                    late(actor, question, total, today));
        });
    }

    /** What was recorded into the period after the as-of day or, of a period that is over, after its last day. */
    private FiguresPage.@Nullable Late late(Actor.Office actor, Question question, List<Count> total, LocalDate today) {
        var last = question.period().to().minusDays(1);
        var since = question.asOf() != null ? question.asOf() : last;
        if (!since.isBefore(today)) {
            return null;
        }
        var then = own.total(actor, asOf(question, since));
        var now = question.asOf() == null ? total : own.total(actor, asOf(question, null));
        var changes = new ArrayList<FiguresPage.Change>();
        for (int i = 0; i < now.size(); i++) {
            long change = now.get(i).times() - then.get(i).times();
            if (change != 0) {
                changes.add(new FiguresPage.Change(now.get(i).kind(), change));
            }
        }
        return changes.isEmpty() ? null : new FiguresPage.Late(since, changes);
    }

    private static Question asOf(Question question, @Nullable LocalDate day) {
        return new Question(question.unit(), question.kinds(), question.period(), day);
    }

    /** The trend ends with the period, but not behind the present month. */
    private static YearMonth lastMonth(Period period, LocalDate today) {
        var last = period.to().minusDays(1);
        return YearMonth.from(last.isAfter(today) ? today : last);
    }

    private List<FiguresPage.Row> rows(
            Question question, Actor.Office actor, FiguresPage.Filter filter, @Nullable FigureKind main) {
        var unit = question.unit();
        var several = own.several(actor, unit);
        if (!several.isEmpty()) {
            return several.stream()
                    .map(code -> row(unit, code, own.counts(question, code)))
                    .toList();
        }
        if (unit.level() == Level.VILLAGE) {
            return List.of();
        }
        var counted = table.children(question, divisions.childLevel(unit)).stream()
                .collect(Collectors.groupingBy(
                        Count::code, TreeMap::new, Collectors.toMap(Count::kind, count -> count)));
        divisions.children(unit, divisions.today()).forEach(child -> counted.putIfAbsent(child.code(), Map.of()));
        var byValue = Comparator.comparingLong((FiguresPage.Row row) -> row.times(main))
                .reversed();
        return counted.entrySet().stream()
                .filter(row -> actor.scope().covers(row.getKey()))
                .map(row -> row(unit, row.getKey(), row.getValue()))
                .sorted(filter.byValue() ? byValue : Comparator.comparing(FiguresPage.Row::code))
                .toList();
    }

    private FiguresPage.Row row(DivisionCode parent, DivisionCode code, Map<FigureKind, Count> counts) {
        if (code.equals(parent) && code.level() != Level.VILLAGE) {
            return new FiguresPage.Row(code, "本级/直属", true, counts);
        }
        return new FiguresPage.Row(code, division(code).orElse(code.toString()), false, counts);
    }

    private List<Division> path(DivisionCode unit, Actor.Office actor) {
        return divisions.path(unit, divisions.today()).stream()
                .filter(above -> !above.code().equals(unit) && actor.scope().covers(above.code()))
                .toList();
    }

    private String name(DivisionCode unit, Actor.Office actor) {
        return division(unit).orElseGet(() -> unit.equals(actor.unitCode()) ? actor.unitName() : unit.toString());
    }

    private Optional<String> division(DivisionCode code) {
        return divisions.findEver(code).map(Division::name);
    }
}
