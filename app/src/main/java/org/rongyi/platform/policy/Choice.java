package org.rongyi.platform.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * An entry of a dated list: its code is kept in records, its text is shown.
 *
 * @param places where it holds in place of the province's entries; empty for the whole province
 * @param source the document it rests on: the list's, where it names none of its own
 */
public record Choice(
        String code, String zh, LocalDate from, @Nullable LocalDate to, List<DivisionCode> places, Source source) {

    public Choice {
        places = List.copyOf(places);
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** How close it is set for a place: the span of the closest of its own places; empty where it does not hold there. */
    Optional<Long> closeness(DivisionCode where) {
        return places.isEmpty()
                ? Optional.of(Long.MAX_VALUE)
                : places.stream()
                        .filter(place -> place.contains(where))
                        .map(place -> place.end() - place.value())
                        .min(Comparator.naturalOrder());
    }
}
