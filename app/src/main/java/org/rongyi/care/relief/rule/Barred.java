package org.rongyi.care.relief.rule;

import java.time.LocalDate;

/**
 * 不予援助的情形 (办法 第十二条), as the competent body's dated document states it.
 *
 * @param kind code of the list {@code relief.hardship.bar}
 * @param on the document's day
 * @param document its name and number
 * @param body who issued it
 */
public record Barred(String kind, LocalDate on, String document, String body) {

    /** Whether it counts against an application of that day: within the years before it, both ends included. */
    public boolean holds(LocalDate appliedOn, int years) {
        return !on.isAfter(appliedOn) && !on.isBefore(appliedOn.minusYears(years));
    }

    /** The last day on which an application is barred by it. */
    public LocalDate lastDay(int years) {
        return on.plusYears(years);
    }
}
