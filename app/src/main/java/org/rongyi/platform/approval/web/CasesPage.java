package org.rongyi.platform.approval.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Tab;

/**
 * 办件台账.
 *
 * @param places names of the villages on this page
 * @param services the services by id
 * @param counts how many stand in each state under the other conditions
 * @param rated in words, how those shown were rated; null where the list does not ask
 */
public record CasesPage(
        List<CaseList.Row> rows,
        Map<DivisionCode, String> places,
        Map<String, String> services,
        Map<Position.State, Long> counts,
        CaseList.Filter filter,
        @Nullable String rated,
        UnitChoice.Chosen unit,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return "办件台账";
    }

    public List<Tab> tabs() {
        var tabs = new ArrayList<Tab>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab("全部", "/cases?" + query(null), filter.state() == null, Words.number(all)));
        for (var state : Position.State.values()) {
            tabs.add(new Tab(
                    state.zh(),
                    "/cases?" + query(state),
                    state == filter.state(),
                    Words.number(counts.getOrDefault(state, 0L))));
        }
        return tabs;
    }

    public List<Option> options() {
        return CasesController.options(services);
    }

    public String href(String after) {
        return "/cases?" + query(filter.state()) + "&after=" + after;
    }

    public String export() {
        return "/cases/export.xlsx?" + query(filter.state());
    }

    /** The same list without asking how they were rated. */
    public String allRated() {
        return "/cases?" + plain(filter.state());
    }

    /** What the form of the filter carries on. */
    public Map<String, String> keptRated() {
        var kept = new LinkedHashMap<String, String>();
        if (filter.rated() != null) {
            kept.put("rated", filter.rated().what());
            if (filter.rated().from() != null) {
                kept.put("ratedFrom", filter.rated().from().toString());
            }
            if (filter.rated().to() != null) {
                kept.put("ratedTo", filter.rated().to().toString());
            }
        }
        return kept;
    }

    private String query(Position.@Nullable State state) {
        return plain(state) + (filter.rated() == null ? "" : filter.rated().query());
    }

    private String plain(Position.@Nullable State state) {
        var query = new StringBuilder("unit=").append(unit.shown());
        if (state != null) {
            query.append("&state=").append(state);
        }
        if (!filter.service().isEmpty() && services.containsKey(filter.service())) {
            query.append("&service=").append(filter.service());
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
