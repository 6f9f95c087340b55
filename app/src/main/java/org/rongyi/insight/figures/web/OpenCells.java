package org.rongyi.insight.figures.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/**
 * 公开的单元格, of one kind as of one day, looked at for one answer. A unit's number is given in its own table and in its
 * parent's: withheld in one it is withheld in the other, and then what lies below must not sum up to it. A year is given
 * only where taking the months that are given from it leaves nothing small. What two days differ by is not withheld: the answer of
 * today is public, and whoever asks every day knows it anyhow.
 */
final class OpenCells {

    private final FigureTable table;
    private final Divisions divisions;
    private final FigureKind kind;
    private final @Nullable LocalDate asOf;
    private final long least;
    private final LocalDate today;
    private final Map<Place, Map<DivisionCode, Long>> below = new HashMap<>();
    private final Map<Place, Set<DivisionCode>> withheld = new HashMap<>();

    OpenCells(FigureTable table, Divisions divisions, FigureKind kind, @Nullable LocalDate asOf, long least) {
        this.table = table;
        this.divisions = divisions;
        this.kind = kind;
        this.asOf = asOf;
        this.least = least;
        this.today = divisions.today();
    }

    /** A unit's table for a period. */
    private record Place(DivisionCode unit, Period period) {}

    /** The unit itself first, then those below it down to the town; only what may be given. */
    Map<DivisionCode, Long> open(DivisionCode unit, Period period) {
        var open = new TreeMap<DivisionCode, Long>();
        if (isOpen(unit, period)) {
            open.put(unit, total(unit, period));
        }
        if (divisions.childLevel(unit).number() <= Level.TOWN.number()
                && unit.level().number() < Level.TOWN.number()) {
            var hidden = withheld(new Place(unit, period));
            below(new Place(unit, period)).forEach((code, value) -> {
                if (!hidden.contains(code) && !code.equals(unit)) {
                    open.put(code, value);
                }
            });
        }
        return open;
    }

    private boolean isOpen(DivisionCode unit, Period period) {
        var parent = parent(unit);
        if (parent.isPresent()) {
            return !withheld(new Place(parent.get(), period)).contains(unit);
        }
        return total(unit, period) >= least && isYearSafe(unit, period);
    }

    private Optional<DivisionCode> parent(DivisionCode unit) {
        return divisions.findEver(unit).map(Division::parent);
    }

    private Set<DivisionCode> withheld(Place place) {
        var known = withheld.get(place);
        if (known != null) {
            return known;
        }
        var values = below(place);
        var always = new HashSet<DivisionCode>();
        for (var code : values.keySet()) {
            // 本级 has no row of its own: the unit's code stands for all of it.
            if (code.equals(place.unit()) || !isYearSafe(code, place.period())) {
                always.add(code);
            }
        }
        var found = Disclosure.withheld(values, least, always, !isOpen(place.unit(), place.period()));
        withheld.put(place, found);
        return found;
    }

    /** What the year and its months that are given leave over: nothing, or enough in more than one month. */
    private boolean isYearSafe(DivisionCode unit, Period period) {
        if (!(period instanceof Period.WholeYear year)) {
            return true;
        }
        int hidden = 0;
        long sum = 0;
        for (int number = 1; number <= 12; number++) {
            var month = new Period.Month(year.year().atMonth(number));
            if (month.from().isAfter(today) || isOpen(unit, month)) {
                continue;
            }
            hidden++;
            sum += value(unit, month);
        }
        return sum == 0 || (hidden > 1 && sum >= least);
    }

    private long value(DivisionCode unit, Period period) {
        return parent(unit)
                .map(parent -> below(new Place(parent, period)).getOrDefault(unit, 0L))
                .orElseGet(() -> total(unit, period));
    }

    /** Those below by code, and 本级 under the unit's own where there is any. */
    private Map<DivisionCode, Long> below(Place place) {
        return below.computeIfAbsent(place, p -> {
            var values = new TreeMap<DivisionCode, Long>();
            table.children(question(p.unit(), p.period()), divisions.childLevel(p.unit())).stream()
                    .filter(count -> count.times() != 0)
                    .forEach(count -> values.merge(count.code(), count.times(), Long::sum));
            divisions.children(p.unit(), today).forEach(child -> values.putIfAbsent(child.code(), 0L));
            return values;
        });
    }

    private long total(DivisionCode unit, Period period) {
        return table.total(question(unit, period)).stream()
                .mapToLong(Count::times)
                .sum();
    }

    private Question question(DivisionCode unit, Period period) {
        return new Question(unit, List.of(kind), period, asOf);
    }
}
