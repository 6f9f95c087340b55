package org.rongyi.platform.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 数据范围: on whose data somebody may act. A short, sorted list of disjoint intervals of division codes, nearly
 * always one. Empty means nothing at all.
 */
public record Scope(List<Interval> intervals) {

    public static final Scope NOTHING = new Scope(List.of());

    public Scope {
        intervals = List.copyOf(intervals);
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).low() <= intervals.get(i - 1).high()) {
                throw new IllegalArgumentException("a scope's intervals are sorted, disjoint and not adjacent");
            }
        }
    }

    public static Scope of(DivisionCode code) {
        return new Scope(List.of(Interval.of(code)));
    }

    /** The territory of several divisions together: sorted, overlaps and neighbours joined. */
    public static Scope of(Collection<DivisionCode> codes) {
        var sorted = codes.stream()
                .map(Interval::of)
                .sorted(Comparator.comparingLong(Interval::low))
                .toList();
        var joined = new ArrayList<Interval>();
        for (var next : sorted) {
            if (!joined.isEmpty() && next.low() <= joined.getLast().high()) {
                var last = joined.removeLast();
                joined.add(new Interval(last.low(), Math.max(last.high(), next.high())));
            } else {
                joined.add(next);
            }
        }
        return new Scope(joined);
    }

    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    public boolean contains(DivisionCode code) {
        return intervals.stream().anyMatch(interval -> interval.contains(code.value()));
    }

    /** All of the division's territory lies inside. */
    public boolean covers(DivisionCode code) {
        return intervals.stream().anyMatch(i -> code.value() >= i.low() && code.end() <= i.high());
    }

    /** Lowest code; the hull {@code [low, high)} encloses every interval. */
    public long low() {
        return isEmpty() ? 0 : intervals.getFirst().low();
    }

    public long high() {
        return isEmpty() ? 0 : intervals.getLast().high();
    }

    /** As a PostgreSQL {@code int8multirange}. */
    public String toMultirange() {
        return intervals.stream()
                .map(i -> "[" + i.low() + "," + i.high() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
