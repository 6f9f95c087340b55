package org.rongyi.care.visit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.ui.Page;

/**
 * 联系名单: who is due, and at levels above the village who was not seen.
 *
 * @param places the names of the villages on this page
 * @param proposed a term by which somebody is due waits to be confirmed
 * @param next the cursor of the next page; none on the last
 */
public record ContactsPage(
        List<ContactList.Row> rows,
        Map<Long, String> places,
        ContactList.Counts counts,
        ContactList.Filter filter,
        UnitChoice.Chosen unit,
        boolean ownVillage,
        boolean mayRecord,
        boolean mayCall,
        LocalDate today,
        Map<String, String> grounds,
        boolean proposed,
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

    public ContactList.Which which() {
        return filter.which();
    }

    /** How many stand behind a tab; of those not visited, since the day that is asked for. */
    public long count(ContactList.Which tab) {
        return switch (tab) {
            case DUE -> counts.overdue() + counts.soon();
            case OVERDUE -> counts.overdue();
            case NEVER -> counts.never();
            case NOT_VISITED -> counts.notVisited();
            case KEY -> counts.key();
            case HELD -> counts.held();
            case ALL -> counts.total();
        };
    }

    /** This very list as a file. */
    public String export() {
        return "/contacts/export.xlsx?which=" + which() + conditions();
    }

    /** This very list from a cursor on; the lane in it is written by people. */
    public String href(String after) {
        return "/contacts?which=" + which() + conditions() + "&after="
                + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    private String conditions() {
        return "&unit=" + unit.shown()
                + (filter.since() == null ? "" : "&since=" + filter.since())
                + "&group=" + URLEncoder.encode(filter.group(), StandardCharsets.UTF_8)
                + "&ground=" + URLEncoder.encode(filter.ground(), StandardCharsets.UTF_8);
    }

    public String href(ContactList.Which tab) {
        return "/contacts?which=" + tab + "&unit=" + unit.shown()
                + (filter.since() == null ? "" : "&since=" + filter.since());
    }
}
