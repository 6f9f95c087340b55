package org.rongyi.care.festival.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 送到的慰问. */
public record GivenPage(
        List<Row> rows,
        UnitChoice.Chosen unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String next) implements Page {

    /** What was handed over, in words. */
    public record Row(String path, String on, String who, String place, String title, String what, String signed) {}

    @Override
    public String title() {
        return "送到的慰问";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("节日慰问", "/festivals"));
    }

    @Override
    public String door() {
        return "/festivals";
    }

    public String export() {
        return "/festivals/given/export.xlsx?" + query();
    }

    public String href() {
        return "/festivals/given?" + query() + "&after=" + next;
    }

    private String query() {
        return "unit=" + unit.shown() + (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
    }
}
