package org.rongyi.care.visit.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 走访动态.
 *
 * @param places the names of the villages on this page
 * @param next the cursor of the next page; none on the last
 */
public record VisitsPage(
        List<VisitList.Row> rows,
        Map<DivisionCode, String> places,
        VisitList.Filter filter,
        UnitChoice.Chosen unit,
        List<Choice> modes,
        List<Choice> kinds,
        Map<String, String> labels,
        @Nullable String next)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("visit.kind", "visit.mode");
    }

    @Override
    public String title() {
        return "走访动态";
    }

    /** Which records stand here, in words. */
    public String lead() {
        var asOf = filter.asOf();
        return unit.name()
                + (filter.own() == null ? "" : "本级/直属")
                + (asOf == null ? "" : " · 截至" + Words.day(asOf) + "入账的，后来的更正、撤回不算在内")
                + (filter.withdrawn() ? " · 已撤回的" : "")
                + " · 最近的在前";
    }

    /** This very list from a cursor on. */
    public String href(String after) {
        return "/visits?" + query() + "&after=" + after;
    }

    /** This very list as a file. */
    public String export() {
        return "/visits/export.xlsx?" + query();
    }

    private String query() {
        var href = new StringBuilder("unit=").append(unit.shown());
        if (filter.from() != null) {
            href.append("&from=").append(filter.from());
        }
        if (filter.to() != null) {
            href.append("&to=").append(filter.to());
        }
        if (filter.own() != null) {
            href.append("&own=true");
        }
        if (filter.asOf() != null) {
            href.append("&asOf=").append(filter.asOf());
        }
        href.append("&counted=").append(filter.counted());
        href.append("&mode=").append(filter.mode());
        href.append("&kind=").append(filter.kind());
        if (filter.sent() != null) {
            href.append("&sent=").append(filter.sent());
        }
        if (filter.withdrawn()) {
            href.append("&withdrawn=true");
        }
        return href.toString();
    }
}
