package org.rongyi.platform.documents.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rongyi.platform.kernel.Actor;

/**
 * Sends the whole of a list that the screen shows page by page, as a file or on paper: the same rows in the same order by the same
 * statement. Each page is read by itself, so nobody's connection waits for a slow receiver; a long list is read by one statement, a row
 * at a time.
 */
public final class WholeList {

    private WholeList() {}

    /** @param from answers the page that begins behind a cursor; the first behind the empty one */
    public static <R> void send(
            Actor actor, HttpServletResponse response, LocalDate today, Function<String, ? extends Listed<R>> from) {
        var first = from.apply("");
        var heading = new Heading(first.title(), lines(actor, first.heading(), today), first.headers());
        ListDownload.send(response, heading.under(first.said()), row -> {
            Listed<R> page = first;
            while (true) {
                for (var one : page.rows()) {
                    row.of(page.cells(one));
                }
                var next = page.next();
                if (next == null) {
                    return;
                }
                page = from.apply(next);
            }
        });
    }

    /** Hands every row to its taker, inside a transaction. */
    public interface Statement<R> {
        void each(Consumer<R> to);
    }

    /**
     * A long list, row by row.
     *
     * @param page says what it is and what its columns are; none of its rows is sent
     */
    public static <R> void send(
            Actor actor, HttpServletResponse response, LocalDate today, Listed<R> page, Statement<R> rows) {
        var heading = new Heading(page.title(), lines(actor, page.heading(), today), page.headers());
        ListDownload.send(response, heading.under(page.said()), row -> rows.each(one -> row.of(page.cells(one))));
    }

    private static List<String> lines(Actor actor, String title, LocalDate today) {
        return actor instanceof Actor.Office office
                ? List.of(title, "填表单位：" + office.unitName() + "　填表人：" + office.name() + "　日期：" + today)
                : List.of(title);
    }
}
