package org.rongyi.care.need.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.NeedState;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/**
 * 需求台账.
 *
 * @param places the names of the villages on this page
 * @param labels words of the kinds on this page
 * @param counts how many stand in each state under the other conditions
 * @param next the cursor of the next page; none on the last
 */
public record NeedsPage(
        List<NeedList.Row> rows,
        Map<DivisionCode, String> places,
        Map<String, String> labels,
        Map<NeedState, Long> counts,
        NeedList.Filter filter,
        UnitChoice.Chosen unit,
        List<Choice> kinds,
        @Nullable String next)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("need.kind");
    }

    @Override
    public String title() {
        return "需求台账";
    }

    /** The states, in the order a need goes through them. */
    public List<Tab> tabs() {
        return Arrays.stream(NeedState.values())
                .map(state -> new Tab(
                        state.zh(),
                        "/needs?" + query(state),
                        state == filter.state(),
                        Words.number(counts.getOrDefault(state, 0L))))
                .toList();
    }

    /** This very list from a cursor on. */
    public String href(String after) {
        return "/needs?" + query(filter.state()) + "&after=" + after;
    }

    /** This very list as a file. */
    public String export() {
        return "/needs/export.xlsx?" + query(filter.state());
    }

    private String query(NeedState state) {
        var query = new StringBuilder("unit=")
                .append(unit.shown())
                .append("&state=")
                .append(state);
        if (!filter.kind().isEmpty()) {
            query.append("&kind=").append(filter.kind());
        }
        if (filter.from() != null) {
            query.append("&from=").append(filter.from());
        }
        if (filter.to() != null) {
            query.append("&to=").append(filter.to());
        }
        return query.toString();
    }
}
