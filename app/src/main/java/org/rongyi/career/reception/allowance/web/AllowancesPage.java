package org.rongyi.career.reception.allowance.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 生活补助和社会保险名册 of a month, for who pays.
 *
 * @param rows a page of it
 * @param sums of all of it
 * @param query part of a name
 * @param next where the next page begins; none on the last
 * @param later whether there is a month behind this one to look at
 */
public record AllowancesPage(
        YearMonth month,
        List<Row> rows,
        Sums sums,
        String query,
        @Nullable Integer next,
        boolean later,
        boolean proposed)
        implements Page {

    static final int PAGE = 20;
    private static final int MONTHS = 25;

    /** One person's: what, by which standard, by which document; and what is paid for him besides. */
    public record Row(
            String path,
            String who,
            String place,
            String amount,
            String why,
            String source,
            String pension,
            String medical,
            String how) {}

    /** In fen, of those with an amount. */
    public record Sums(int people, long allowance, long pension, long medical) {}

    public AllowancesPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String title() {
        return "生活补助名册：" + Words.month(month);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }

    /** Each way the contributions of this page were reckoned, once. */
    public List<String> hows() {
        return rows.stream()
                .map(Row::how)
                .filter(how -> !how.isEmpty())
                .distinct()
                .toList();
    }

    /** The two years before the chosen month and the one after it. */
    public List<Option> months() {
        return Stream.iterate(later ? month.plusMonths(1) : month, one -> one.minusMonths(1))
                .limit(MONTHS)
                .map(one -> Option.of(one.toString(), Words.month(one)))
                .toList();
    }

    public String at(YearMonth other) {
        return "/receptions/allowances?month=" + other;
    }

    public String export() {
        return "/receptions/allowances/export.xlsx?month=" + month + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    public String href(int after) {
        return at(month) + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&after=" + after;
    }
}
