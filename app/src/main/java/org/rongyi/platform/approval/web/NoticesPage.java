package org.rongyi.platform.approval.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.PublicNotice;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 公示栏.
 *
 * @param division the chosen place's code; empty for all
 * @param place its name
 */
public record NoticesPage(
        List<Line> lines,
        String division,
        @Nullable String place,
        List<Option> divisions,
        @Nullable String next) implements Page {

    /** @param place the village's name, from the province down */
    public record Line(PublicNotice notice, String place) {}

    @Override
    public String title() {
        return "公示";
    }

    public String nextHref() {
        return "/notices?division=" + division + "&after=" + next;
    }
}
