package org.rongyi.care.fund.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 公开账目, for everybody: every fund, and the way to one's own gift.
 *
 * @param number the number of a gift as it was typed
 */
public record OpenBooksPage(
        List<FundsPage.Line> lines,
        @Nullable String next,
        @Nullable String number,
        FieldErrors errors) implements Page, Listed<FundsPage.Line> {

    @Override
    public String title() {
        return "公开账目";
    }

    @Override
    public String list() {
        return "/open-books";
    }

    @Override
    public List<String> headers() {
        return List.of("名称", "管理单位", "慈善组织", "收到（元）", "已支出（元）", "已定给谁、正在付（元）", "可用（元）");
    }

    @Override
    public List<? extends @Nullable Object> cells(FundsPage.Line line) {
        return Arrays.asList(
                line.fund().name(),
                line.fund().unitName(),
                line.fund().charity() == null ? null : line.fund().charity().name(),
                line.use().received(),
                line.use().spent(),
                line.use().underWay(),
                line.use().available());
    }

    @Override
    public List<FundsPage.Line> rows() {
        return lines;
    }
}
