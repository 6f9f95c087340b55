package org.rongyi.care.fund.books.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.books.Statements.Period;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/** 报表 of a fund: 科目余额表, 收支表 or 资产负债表; every figure leads to its entries. */
public record StatementPage(Fund fund, Kind kind, Period period, List<Section> sections, FieldErrors errors)
        implements Page {

    /** 报表. */
    public enum Kind {
        TRIAL("科目余额表", "trial-balance"),
        ACTIVITY("收支表（业务活动表）", "activity"),
        SHEET("资产负债表", "balance-sheet");

        private final String zh;
        private final String path;

        Kind(String zh, String path) {
            this.zh = zh;
            this.path = path;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param heads words of the columns of amounts */
    public record Section(String caption, List<String> heads, List<Line> lines) {}

    /** @param path the entries it comes from; none for a sum */
    public record Line(String label, @Nullable String path, List<String> amounts, boolean total) {

        static Line total(String label, List<String> amounts) {
            return new Line(label, null, amounts, true);
        }
    }

    @Override
    public String title() {
        return kind.zh;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return path(kind);
    }

    private String path(Kind of) {
        return "/funds/" + fund.id() + "/" + of.path;
    }

    public String exportPath() {
        return path() + "/export.xlsx" + query();
    }

    private String query() {
        return "?from=" + period.from() + "&to=" + period.to();
    }

    public List<Tab> tabs() {
        return List.of(Kind.values()).stream()
                .map(each -> new Tab(each.zh, path(each) + query(), each == kind, null))
                .toList();
    }

    /** 2026年1月1日至2026年12月31日; a balance sheet is of a day. */
    public String when() {
        return kind == Kind.SHEET
                ? Words.day(period.to()) + "日终"
                : Words.day(period.from()) + "至" + Words.day(period.to());
    }
}
