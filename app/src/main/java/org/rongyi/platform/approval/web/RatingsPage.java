package org.rongyi.platform.approval.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Page;

/**
 * 好差评统计.
 *
 * @param grades the columns, best first
 * @param rows a place and a service each, the sum last; none when nobody rated
 */
public record RatingsPage(UnitChoice.Chosen unit, LocalDate from, LocalDate to, List<Choice> grades, List<Row> rows)
        implements Page {

    /**
     * @param said what applicants said, by grade
     * @param byDefault nobody rated in time
     */
    public record Row(String place, String service, Map<String, Long> said, long byDefault) {

        public long of(String grade) {
            return said.getOrDefault(grade, 0L);
        }

        /** How many said something. */
        public long told() {
            return said.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    public String title() {
        return "好差评";
    }

    public String export() {
        return "/ratings/export.xlsx?unit=" + unit.shown() + "&from=" + from + "&to=" + to;
    }
}
