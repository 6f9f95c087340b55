package org.rongyi.care.fund.sample.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Page;

/** 回访: what this unit has to ask, and what it has to look into, each a page at a time. */
public record ChecksPage(
        Slice<Checks.Check> waiting, Slice<Checks.Check> toFollow, long asked, long followed, boolean later)
        implements Page {

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
