package org.rongyi.care.fund.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.ui.Page;

/**
 * 资金.
 *
 * @param mayOpen whether the reader may set one up
 */
public record FundsPage(List<Line> lines, @Nullable String next, boolean mayOpen)
        implements Page, Listed<FundsPage.Line> {

    /** A fund, and how far what it received is used. */
    public record Line(Fund fund, Use use) {}

    @Override
    public String title() {
        return "资金";
    }

    @Override
    public String list() {
        return "/funds";
    }

    @Override
    public List<String> headers() {
        return List.of("名称", "类别", "管理单位", "收到（元）", "可用（元）", "已定、正在付（元）", "已支出（元）");
    }

    @Override
    public List<? extends @Nullable Object> cells(Line line) {
        return Arrays.asList(
                line.fund().name(),
                line.fund().kind().zh(),
                line.fund().unitName(),
                line.use().received(),
                line.use().available(),
                line.use().underWay(),
                line.use().spent());
    }

    @Override
    public List<Line> rows() {
        return lines;
    }
}
