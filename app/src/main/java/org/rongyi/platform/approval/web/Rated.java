package org.rongyi.platform.approval.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 按评价筛选: the cases a number of the 好差评 page counts.
 *
 * @param what a grade somebody gave, {@link #TOLD} for whichever, {@link #DEFAULT} for nobody rated in time
 * @param from of the day of the rating; null for all before
 * @param to the last day; null for all after
 */
record Rated(
        String what, @Nullable LocalDate from, @Nullable LocalDate to) {

    static final String TOLD = "told";
    static final String DEFAULT = "default";

    /** What the address says; none where it says nothing of ratings. */
    static Optional<Rated> of(@Nullable String what, @Nullable LocalDate from, @Nullable LocalDate to) {
        return what == null || what.isBlank() ? Optional.empty() : Optional.of(new Rated(what.strip(), from, to));
    }

    /** On the rows of {@code approval.case_file c}; one case has one rating. */
    void narrow(List<String> conditions, Map<String, Object> params) {
        var rating = new StringBuilder("exists (select from approval.rating r where r.id = c.id");
        rating.append(what.equals(DEFAULT) ? " and r.by_default" : " and not r.by_default");
        if (!what.equals(DEFAULT) && !what.equals(TOLD)) {
            rating.append(" and r.grade = :grade");
            params.put("grade", what);
        }
        if (from != null) {
            rating.append(" and r.at >= :ratedFrom");
            params.put("ratedFrom", begin(from));
        }
        if (to != null) {
            rating.append(" and r.at < :ratedUntil");
            params.put("ratedUntil", begin(behind(to)));
        }
        conditions.add(rating.append(')').toString());
    }

    String query() {
        return "&rated=" + what + (from == null ? "" : "&ratedFrom=" + from) + (to == null ? "" : "&ratedTo=" + to);
    }

    /** The moment a day begins where the office stands. */
    static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime();
    }

    /** The last day there is has none behind it; the database refuses it as beyond its calendar. */
    static LocalDate behind(LocalDate day) {
        return day.isBefore(LocalDate.MAX) ? day.plusDays(1) : day;
    }
}
