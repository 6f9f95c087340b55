package org.rongyi.care.fund.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.documents.sheet.Listed;
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
        implements Page, Listed<Lot> {

    @Override
    public String title() {
        return "来源";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String bonds(Lot lot) {
        return Terms.text(lot.terms(), purposes, places);
    }

    @Override
    public String list() {
        return "/funds/" + fund.id() + "/sources";
    }

    @Override
    public List<String> headers() {
        return List.of("收到日期", "来源", "限定", "收到（元）", "可用（元）", "已定、正在付（元）", "已支出（元）");
    }

    @Override
    public List<? extends @Nullable Object> cells(Lot lot) {
        return Arrays.asList(
                lot.receivedOn(),
                lot.source().zh() + " " + lot.title() + (lot.inKind() ? "（物资）" : ""),
                bonds(lot),
                lot.standing().received(),
                lot.standing().available(),
                lot.standing().committed().plus(lot.standing().inPayment()),
                lot.standing().spent());
    }

    @Override
    public List<Lot> rows() {
        return lots;
    }

    @Override
    public String heading() {
        return fund.name() + "的来源";
    }
}
