package org.rongyi.care.fund.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gift;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 捐赠 of a fund, the newest first. */
public record GiftsPage(
        Fund fund, List<Gift> rows, boolean keeps, @Nullable String next) implements Page, Listed<Gift> {

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

    @Override
    public String list() {
        return path();
    }

    @Override
    public List<String> headers() {
        return List.of("编号", "收到日期", "捐赠人", "捐的什么", "金额（作价，元）", "约定用途", "票据号");
    }

    @Override
    public List<? extends @Nullable Object> cells(Gift gift) {
        return Arrays.asList(
                gift.number(),
                gift.receivedOn(),
                gift.name() == null ? gift.donor().zh() : gift.name(),
                gift.goods() == null ? "货币" : gift.goods(),
                gift.amount(),
                gift.wish(),
                gift.receipt());
    }

    @Override
    public String heading() {
        return fund.name() + "收到的捐赠";
    }
}
