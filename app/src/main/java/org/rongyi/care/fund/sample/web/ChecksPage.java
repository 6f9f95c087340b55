package org.rongyi.care.fund.sample.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Page;

/** 回访: what this unit has to ask, and what it has to look into, each a page at a time. */
public record ChecksPage(Part waiting, Part toFollow, long asked, long followed, boolean later) implements Page {

    /** Which of the two. */
    public enum Which {
        WAITING("等回访的"),
        TO_FOLLOW("与账不符，要查的");

        private final String zh;

        Which(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** One of the two lists, from some page on. */
    public record Part(
            Which which, List<Checks.Check> rows, @Nullable String next) implements Listed<Checks.Check> {

        static Part of(Which which, Slice<Checks.Check> slice) {
            return new Part(which, slice.rows(), slice.next());
        }

        @Override
        public String title() {
            return "抽样回访";
        }

        @Override
        public String list() {
            return "/checks?which=" + which;
        }

        @Override
        public Conditions said() {
            return new Conditions().and("情况", which.zh());
        }

        @Override
        public List<String> headers() {
            return List.of("受助人", "付讫日期", "账上（元）", "回访单位", "问的人", "他说收到（元）", "他说的日期");
        }

        @Override
        public List<? extends @Nullable Object> cells(Checks.Check check) {
            return Arrays.asList(
                    check.personName(),
                    check.paidOn(),
                    which == Which.TO_FOLLOW ? check.paid() : null,
                    check.unitName(),
                    check.askedName(),
                    check.said().amount(),
                    check.said().on());
        }
    }

    @Override
    public String title() {
        return "抽样回访";
    }

    public @Nullable String nextWaiting() {
        return waiting.next() == null ? null : "/checks?after=" + waiting.next();
    }

    /** Back to the first of those that differ. */
    public @Nullable String firstToFollow() {
        return later ? "/checks" : null;
    }

    public @Nullable String nextToFollow() {
        return toFollow.next() == null ? null : "/checks?afterToFollow=" + toFollow.next();
    }
}
