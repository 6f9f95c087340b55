package org.rongyi.career.reception.allowance.web;

import java.time.YearMonth;
import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 生活补助名册 of a month, for who pays.
 *
 * @param sum of those with an amount, in words
 * @param later whether there is a month behind this one to look at
 */
public record AllowancesPage(YearMonth month, List<Row> rows, String sum, boolean later, boolean proposed)
        implements Page {

    /** One person's: what, by which standard, by which document. */
    public record Row(String path, String who, String place, String amount, String why, String source) {}

    @Override
    public String title() {
        return "生活补助名册：" + Words.month(month);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }

    public String at(YearMonth other) {
        return "/receptions/allowances?month=" + other;
    }

    public String export() {
        return "/receptions/allowances/export.xlsx?month=" + month;
    }
}
