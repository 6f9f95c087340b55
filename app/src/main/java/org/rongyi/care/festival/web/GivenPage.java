package org.rongyi.care.festival.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.LineList;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/** 送到的慰问. */
public record GivenPage(
        List<Row> rows,
        UnitChoice.Chosen unit,
        LineList.Handed filter,
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

    /** Which of them stand here, in words. */
    public String lead() {
        var asOf = filter.asOf();
        return unit.name()
                + (filter.own() == null ? "" : "本级/直属")
                + (asOf == null ? "" : " · 截至" + Words.day(asOf) + "入账的，后来的更正、撤回不算在内")
                + " · 最近送到的在前";
    }

    public String export() {
        return "/festivals/given/export.xlsx?" + query();
    }

    public String href() {
        return "/festivals/given?" + query() + "&after=" + next;
    }

    private String query() {
        return "unit=" + unit.shown()
                + (filter.from() == null ? "" : "&from=" + filter.from())
                + (filter.to() == null ? "" : "&to=" + filter.to())
                + (filter.own() == null ? "" : "&own=true")
                + (filter.asOf() == null ? "" : "&asOf=" + filter.asOf());
    }
}
