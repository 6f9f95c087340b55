package org.rongyi.care.visit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;

/**
 * 联系名单: who is due, and at levels above the village who was not seen.
 *
 * @param places the names of the villages on this page
 * @param unit the unit it is narrowed to
 * @param next the cursor of the next page; none on the last
 */
public record ContactsPage(
        List<ContactList.Row> rows,
        Map<Long, String> places,
        ContactList.Counts counts,
        ContactList.Which which,
        DivisionCode unit,
        String unitName,
        boolean ownVillage,
        boolean mayRecord,
        LocalDate today,
        Map<String, String> grounds,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return ownVillage ? "今日走访" : "联系名单";
    }

    /** The tabs, in the order one works through them. */
    public List<ContactList.Which> tabs() {
        return List.of(ContactList.Which.values());
    }

    public long count(ContactList.Which tab) {
        return switch (tab) {
            case DUE -> counts.overdue() + counts.soon();
            case OVERDUE -> counts.overdue();
            case NEVER -> counts.never();
            case KEY -> counts.key();
            case HELD -> counts.held();
            case ALL -> counts.total();
        };
    }

    /** This very list as a file. */
    public String export() {
        return "/contacts/export.xlsx?which=" + which + "&unit=" + unit;
    }

    public String href(ContactList.Which tab) {
        return "/contacts?which=" + tab + "&unit=" + unit;
    }
}
