package org.rongyi.platform.approval.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/**
 * 待办.
 *
 * @param shown words for each row
 * @param beside what stands on the list of this unit beside cases
 * @param transfers how many cases are handed to this unit and wait for its answer
 * @param next the cursor of the next page; none on the last
 */
public record TasksPage(
        List<TaskList.Row> rows,
        Map<UUID, Shown> shown,
        TaskList.Counts counts,
        Beside beside,
        TaskList.Which which,
        int transfers,
        String unit,
        @Nullable String next)
        implements Page {

    /** The words of one row. */
    public record Shown(String service, String place, CaseWords.Left left) {}

    /**
     * A page of what other rooms put on the list.
     *
     * @param all how many there are
     * @param number of the page, the first being 0
     */
    public record Beside(List<OtherRaised.Line> lines, int all, int number) {

        static Beside of(List<OtherRaised.Line> all, int number) {
            int page = Math.clamp(number, 0, Math.max(0, all.size() - 1) / TaskList.PAGE);
            int from = page * TaskList.PAGE;
            return new Beside(all.subList(from, Math.min(from + TaskList.PAGE, all.size())), all.size(), page);
        }

        private static String path(int number) {
            return "/tasks?which=" + TaskList.Which.RAISED + "&beside=" + number;
        }

        public @Nullable String first() {
            return number == 0 ? null : path(0);
        }

        public @Nullable String next() {
            return (number + 1) * TaskList.PAGE < all ? path(number + 1) : null;
        }
    }

    @Override
    public String title() {
        return "待办";
    }

    public List<Tab> tabs() {
        var tabs = Arrays.stream(TaskList.Which.values())
                .map(one -> new Tab(
                        one.zh(),
                        "/tasks?which=" + one,
                        one == which,
                        Words.number(one == TaskList.Which.MINE ? counts.mine() : counts.raised() + beside.all())));
        return Stream.concat(tabs, Stream.of(new Tab("移送", "/transfers", false, Words.number(transfers))))
                .toList();
    }

    /** Whether any row may be agreed to together with others. */
    public boolean hasBatch() {
        return which == TaskList.Which.MINE && rows.stream().anyMatch(TaskList.Row::batch);
    }

    /** What is done to those that are chosen. */
    public String batch() {
        var done = rows.stream()
                .filter(TaskList.Row::batch)
                .map(row -> switch (row.step()) {
                    case COLLECT -> "报送";
                    case PAY -> "拨付";
                    case ACCEPT, REVIEW, PUBLICATION, MEETING, DECIDE, RECHECK -> "同意";
                })
                .distinct()
                .sorted()
                .collect(Collectors.joining("、"));
        return done + "选中的";
    }

    /** The list of what was raised says where each one waits. */
    public boolean isRaised() {
        return which == TaskList.Which.RAISED;
    }

    public String href(String after) {
        return "/tasks?which=" + which + "&after=" + after;
    }

    /** This very list as a file. */
    public String export() {
        return "/tasks/export.xlsx?which=" + which;
    }

    public String empty() {
        return which == TaskList.Which.MINE ? "没有等您办的事。" : "没有逾期或岗位无人的事。";
    }
}
