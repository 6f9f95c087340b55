package org.rongyi.platform.documents.print;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 台账: a whole list as it goes on paper, not the page of it on the screen.
 *
 * @param title the list with its unit
 * @param lines below it: the filter in words
 * @param rows all of them, in the order of {@code headers}; none when there are more than a pile of paper holds
 * @param mayExport whether the reader may have the rows as a file: to a visitor they go on paper only
 * @param filtered whether the list has a filter to make it shorter by
 * @param list the address of the page it is a list of, with its filter
 */
public record PrintedListPage(
        String title,
        List<String> lines,
        List<String> headers,
        List<List<? extends @Nullable Object>> rows,
        boolean tooLong,
        boolean mayExport,
        boolean filtered,
        String list,
        String path)
        implements Page {

    /** 台账最多行数: some eighty sheets; more is read on a screen or in Excel. */
    public static final int MOST_ROWS = 2000;

    private static final String NUMBER = "序号";

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("返回清单", list));
    }

    /** Whether the rows need a number put before them. */
    public boolean isUnnumbered() {
        return !headers.getFirst().equals(NUMBER);
    }

    /** The same rows as a file. */
    public String export() {
        return path.replaceFirst("/print(?=\\?|$)", "/export.xlsx");
    }

    /** What to do where paper does not hold them. */
    public String shorter() {
        if (!filtered) {
            return mayExport ? "整份请导出 Excel。" : "请返回清单，在网页上一页一页看。";
        }
        return mayExport ? "请返回清单，按筛选条件缩小范围再打印；整份请导出 Excel。" : "请返回清单，在网页上一页一页看；清单上有筛选条件的，缩小范围以后可以打印。";
    }

    public String many() {
        return tooLong ? "超过 " + Words.number(MOST_ROWS) + " 行" : "共 " + Words.number(rows.size()) + " 行";
    }

    /** A cell as it is read. */
    public static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> truth ? "是" : "否";
            case LocalDate day -> Words.day(day);
            case Money money -> money.text();
            case java.math.BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
    }

    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Money;
    }
}
