package org.rongyi.platform.division.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.change.RemovalQuestion;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 待认定区划.
 *
 * @param open how many there are in all
 * @param next the code to go on from; null on the last page
 */
public record QuestionListPage(
        List<Row> rows, long open, @Nullable DivisionCode next) implements Page {

    /** @param suggestion full name of the likely successor, if there is one */
    public record Row(
            RemovalQuestion question,
            String fullName,
            @Nullable String suggestion) {}

    public QuestionListPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String title() {
        return "待认定区划";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("区划查询", "/divisions"));
    }

    public @Nullable String nextPath() {
        return next == null ? null : "/division-questions?after=" + next;
    }
}
