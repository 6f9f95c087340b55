package org.rongyi.people.person.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;

/**
 * 人员名册.
 *
 * @param places the names of the villages on this page
 * @param unit the unit it is narrowed to, and where one may go from there
 * @param small a county or less, which may be narrowed further
 * @param next the cursor of the next page; none on the last
 */
public record PersonsPage(
        List<PersonList.Row> rows,
        Map<DivisionCode, String> places,
        PersonList.Filter filter,
        UnitChoice.Chosen unit,
        boolean small,
        int thisYear,
        boolean mayRegister,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return "人员名册";
    }

    public String unitValue() {
        return unit.code() == null ? "" : unit.code().toString();
    }

    public String category() {
        return filter.category() == null ? "" : filter.category().name();
    }

    public String status() {
        return filter.status() == null ? "" : filter.status().name();
    }

    public boolean isFiltered() {
        return !filter.text().isEmpty() || unit.code() != null || filter.category() != null || filter.status() != null;
    }

    /** This very list from a cursor on. */
    public String href(String after) {
        return "/persons?" + query() + "&after=" + after;
    }

    /** This very list as a file. */
    public String export() {
        return "/persons/export.xlsx?" + query();
    }

    private String query() {
        return "q=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8) + "&unit=" + unitValue() + "&category="
                + category() + "&status=" + status();
    }
}
