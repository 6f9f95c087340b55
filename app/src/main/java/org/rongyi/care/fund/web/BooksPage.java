package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 凭证 of a fund, the newest first. */
public record BooksPage(
        Fund fund,
        List<Journal.Entry> rows,
        List<Integer> years,
        @Nullable String next) implements Page {

    @Override
    public String title() {
        return "凭证";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/entries";
    }
}
