package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gift;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 捐赠 of a fund, the newest first. */
public record GiftsPage(
        Fund fund, List<Gift> rows, boolean keeps, @Nullable String next) implements Page {

    @Override
    public String title() {
        return "捐赠";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/gifts";
    }
}
