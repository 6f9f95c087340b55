package org.rongyi.network.organisation.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.StaffList;
import org.rongyi.platform.ui.Page;

/** 人员名单 of the actor's territory. */
public record StaffListPage(
        List<StaffList.Row> rows,
        StaffList.Filter filter,
        @Nullable String next) implements Page {

    @Override
    public String title() {
        return "人员名单";
    }

    /** This very list from the next cursor on. */
    public String nextHref() {
        return "/staff?" + query() + "&after=" + next;
    }

    public String exportHref() {
        return "/staff/export.xlsx?" + query();
    }

    private String query() {
        return "q=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8) + "&role=" + name(filter.role())
                + "&employment=" + name(filter.employment()) + "&establishment=" + name(filter.establishment())
                + "&veteran=" + (filter.veterans() ? "yes" : "") + "&state=" + (filter.ended() ? "ended" : "");
    }

    /** What a filter says of itself in an address. */
    public static String name(@Nullable Enum<?> chosen) {
        return chosen == null ? "" : chosen.name();
    }
}
