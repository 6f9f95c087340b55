package org.rongyi.care.need.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.NeedState;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;

/** 需求台账. */
public record NeedsPage(
        List<NeedList.Row> rows,
        Map<DivisionCode, String> places,
        Map<String, String> kinds,
        Map<NeedState, Long> counts,
        NeedState state,
        String unitName,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return "需求台账";
    }
}
