package org.rongyi.platform.policy;

import java.util.Comparator;
import java.util.List;

/**
 * 一年的放假安排, as one notice of the State Council's office has it.
 *
 * @param document 文号, or where it comes from
 * @param days those singled out, in the order of time; the last days of the year before may be among them
 */
public record CalendarYear(int year, String document, List<SpecialDay> days) {

    public CalendarYear {
        days = days.stream().sorted(Comparator.comparing(SpecialDay::day)).toList();
    }
}
