package org.rongyi.people.person.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;

/**
 * 移交.
 *
 * @param places the names of the places on this page
 * @param next the cursor of the next page; none on the last
 */
public record HandoversPage(
        List<HandoverList.Row> rows,
        Map<DivisionCode, String> places,
        HandoverList.Counts counts,
        HandoverList.Which which,
        String unitName,
        boolean mayClaim,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return "移交";
    }

    /** How many stand behind a tab; the ended ones are not counted. */
    public @Nullable Long count(HandoverList.Which tab) {
        return switch (tab) {
            case WAITING -> counts.waiting();
            case SENT -> counts.sent();
            case ANSWERED, SETTLED -> null;
        };
    }

    /** This very list as a file. */
    public String export() {
        return "/handovers/export.xlsx?which=" + which;
    }

    public String empty() {
        return switch (which) {
            case WAITING -> "没有等我方答复的移交。";
            case SENT -> "没有等对方答复的移交。在人员档案页上可以提出移交。";
            case ANSWERED, SETTLED -> "这一栏还没有移交。";
        };
    }
}
