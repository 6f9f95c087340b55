package org.rongyi.platform.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 参数: one number with its values over time, oldest first.
 *
 * @param unit what it counts: 月, 个工作日, 元/人
 * @param room whose work it is for, in words
 * @param reckoned how rooms reckon with it, beyond what its values show
 * @param awaits the document that sets its values and has not been seen; empty where none is waited for
 * @param values none while the document that sets them has not been seen
 */
public record Parameter(
        String id, String zh, String unit, String room, Reckoned reckoned, String awaits, List<Value> values) {

    public Parameter {
        values = values.stream().sorted(Comparator.comparing(Value::from)).toList();
    }

    /**
     * What a room may ask for although no value shows it yet.
     *
     * @param fractions parts of it, even while all its values are whole
     * @param byPlace by place, even while no value names one
     * @param least what a new value may not go below: beyond it the rooms cannot work; none where any does
     * @param most what it may not exceed
     */
    public record Reckoned(
            boolean fractions,
            boolean byPlace,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {}

    /** Whether a room asks by place. */
    public boolean isByPlace() {
        return reckoned.byPlace()
                || values.stream().anyMatch(value -> !value.places().isEmpty());
    }

    /**
     * A value from its first day until the next one of the same places begins.
     *
     * @param to the first day it no longer holds although no other follows; null while none is set
     * @param places where it holds; empty for the whole province
     * @param daysProposed whether its first or last day is ours: the document names a season and no day
     */
    public record Value(
            LocalDate from,
            @Nullable LocalDate to,
            BigDecimal number,
            Source source,
            List<DivisionCode> places,
            boolean daysProposed) {

        /** From a document that names its days. */
        public Value(
                LocalDate from, @Nullable LocalDate to, BigDecimal number, Source source, List<DivisionCode> places) {
            this(from, to, number, source, places, false);
        }

        public Value {
            places = List.copyOf(places);
        }

        boolean hasNotEnded(LocalDate day) {
            return to == null || day.isBefore(to);
        }

        /** How close it is to the place asked for: the span of its own place; empty when it does not hold there. */
        Optional<Long> closeness(@Nullable DivisionCode where) {
            if (places.isEmpty()) {
                return Optional.of(Long.MAX_VALUE);
            }
            return where == null
                    ? Optional.empty()
                    : places.stream()
                            .filter(place -> place.contains(where))
                            .map(place -> place.end() - place.value())
                            .min(Comparator.naturalOrder());
        }

        /** 12, 0.05, 6000. */
        public String numberInWords() {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /** The value of the whole province. */
    public Value on(LocalDate day) {
        return on(day, null);
    }

    /**
     * The value at a place: the one set most closely for it, and of those the one that began last.
     *
     * @throws IllegalArgumentException when there is none on that day
     */
    public Value on(LocalDate day, @Nullable DivisionCode where) {
        return find(day, where).orElseThrow(() -> new IllegalArgumentException(id + " 在 " + day + " 没有取值"));
    }

    public Optional<Value> find(LocalDate day, @Nullable DivisionCode where) {
        long closest = Long.MAX_VALUE;
        Value found = null;
        for (var value : allOn(day)) {
            var closeness = value.closeness(where);
            if (closeness.isPresent() && closeness.get() <= closest) {
                closest = closeness.get();
                found = value;
            }
        }
        return Optional.ofNullable(found);
    }

    /** All that hold on a day, wherever: the province's first. One that another has followed never comes back. */
    public List<Value> allOn(LocalDate day) {
        var begun = new ArrayList<Value>();
        for (var value : values) {
            if (!value.from().isAfter(day)) {
                begun.removeIf(earlier -> earlier.places().equals(value.places()));
                begun.add(value);
            }
        }
        begun.removeIf(value -> !value.hasNotEnded(day));
        begun.sort(Comparator.comparing(value -> !value.places().isEmpty()));
        return begun;
    }

    /** The same with one value more; it takes the place of one that begins the same day for the same places. */
    Parameter with(Value more) {
        var all = new ArrayList<>(values);
        all.removeIf(value -> value.from().equals(more.from()) && value.places().equals(more.places()));
        all.add(more);
        return new Parameter(id, zh, unit, room, reckoned, awaits, all);
    }
}
