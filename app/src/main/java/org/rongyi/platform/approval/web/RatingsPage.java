package org.rongyi.platform.approval.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
     * @param opens which cases it counts, as the address of their list says it; null where no list does
     */
    public record Row(
            String place,
            String service,
            Map<String, Long> said,
            long byDefault,
            @Nullable String opens) {

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

    /** The cases behind a number that somebody said so. */
    public @Nullable String told(Row row, String grade) {
        return row.of(grade) == 0 ? null : cases(row, grade);
    }

    /** Those behind all that somebody said. */
    public @Nullable String told(Row row) {
        return row.told() == 0 ? null : cases(row, Rated.TOLD);
    }

    /** Those nobody rated in time. */
    public @Nullable String untold(Row row) {
        return row.byDefault() == 0 ? null : cases(row, Rated.DEFAULT);
    }

    private @Nullable String cases(Row row, String what) {
        return row.opens() == null ? null : "/cases?" + row.opens() + new Rated(what, from, to).query();
    }

    public String export() {
        return "/ratings/export.xlsx?unit=" + unit.shown() + "&from=" + from + "&to=" + to;
    }
}
