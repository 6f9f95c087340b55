package org.rongyi.insight.figures.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Question;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/**
 * 本单位的数: of a station that serves several divisions, those of all of them together. 人次 are summed; 人 are not, for
 * one person may have been seen in two of them.
 */
@Component
class OwnFigures {

    private final FigureTable table;

    OwnFigures(FigureTable table) {
        this.table = table;
    }

    /** The divisions the reader's own unit serves, when the unit asked for is his own and they are more than one. */
    List<DivisionCode> several(Actor.Office reader, DivisionCode unit) {
        if (!unit.equals(reader.unitCode())) {
            return List.of();
        }
        var served = new ArrayList<DivisionCode>();
        for (var interval : reader.scope().intervals()) {
            for (long at = interval.low(); at < interval.high(); ) {
                var code = new DivisionCode(at);
                boolean whole = code.end() <= interval.high();
                served.add(code);
                at = whole ? code.end() : at + 1;
            }
        }
        return served.size() > 1 ? List.copyOf(served) : List.of();
    }

    List<Count> total(Actor.Office reader, Question question) {
        var several = several(reader, question.unit());
        if (several.isEmpty()) {
            return table.total(question);
        }
        var times = several.stream()
                .flatMap(code -> table.total(at(question, code)).stream())
                .collect(Collectors.groupingBy(Count::kind, Collectors.summingLong(Count::times)));
        return question.kinds().stream()
                .map(kind -> new Count(kind, question.unit(), times.getOrDefault(kind, 0L), null))
                .toList();
    }

    /** Of one of the several, by kind. */
    Map<FigureKind, Count> counts(Question question, DivisionCode code) {
        return table.total(at(question, code)).stream().collect(Collectors.toMap(Count::kind, count -> count));
    }

    List<FigureTable.Point> trend(
            Actor.Office reader,
            FigureKind kind,
            DivisionCode unit,
            YearMonth last,
            int months,
            @Nullable LocalDate asOf) {
        var several = several(reader, unit);
        if (several.isEmpty()) {
            return table.trend(kind, unit, last, months, asOf);
        }
        var all = several.stream()
                .map(code -> table.trend(kind, code, last, months, asOf))
                .toList();
        var sum = new ArrayList<FigureTable.Point>();
        for (int i = 0; i < months; i++) {
            int month = i;
            long times = all.stream().mapToLong(one -> one.get(month).times()).sum();
            sum.add(new FigureTable.Point(all.getFirst().get(month).month(), times, null));
        }
        return sum;
    }

    private static Question at(Question question, DivisionCode code) {
        return new Question(code, question.kinds(), question.period(), question.asOf());
    }
}
