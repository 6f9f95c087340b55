package org.rongyi.care.fund.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 来源 of a fund, all of them, the newest first. */
public record SourcesPage(
        Fund fund,
        List<Lot> lots,
        Map<String, String> purposes,
        Map<DivisionCode, String> places,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return "来源";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public @Nullable String nextPath() {
        return next == null ? null : "/funds/" + fund.id() + "/sources?after=" + next;
    }

    public String bonds(Lot lot) {
        return Terms.text(lot.terms(), purposes, places);
    }
}
