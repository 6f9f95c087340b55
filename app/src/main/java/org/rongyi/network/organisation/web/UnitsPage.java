package org.rongyi.network.organisation.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.UnitList;
import org.rongyi.platform.ui.Page;

/** 机构与人员: the units of the actor's territory. */
public record UnitsPage(
        List<UnitList.Row> rows,
        UnitList.Filter filter,
        boolean mayOpen,
        @Nullable String next) implements Page {

    @Override
    public String title() {
        return "机构与人员";
    }

    /** This very list from the next cursor on. */
    public String nextHref() {
        return "/units?" + query() + "&after=" + next;
    }

    public String exportHref() {
        return "/units/export.xlsx?" + query();
    }

    private String query() {
        return "q=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8) + "&kind="
                + (filter.kind() == null ? "" : filter.kind()) + "&level="
                + (filter.level() == null ? "" : filter.level().number()) + "&host="
                + (filter.host() == null ? "" : filter.host()) + "&state="
                + (filter.closed() ? "closed" : "");
    }
}
