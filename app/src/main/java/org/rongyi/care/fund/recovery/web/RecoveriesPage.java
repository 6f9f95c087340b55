package org.rongyi.care.fund.recovery.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/**
 * 追回: those of a territory in one state.
 *
 * @param grounds by code
 * @param next the cursor of the next page; none on the last
 */
public record RecoveriesPage(
        List<Recovery> rows,
        Map<DivisionCode, String> places,
        Map<String, String> grounds,
        Map<Recovery.State, Long> counts,
        Recovery.State state,
        @Nullable String next)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.recovery.ground");
    }

    @Override
    public String title() {
        return "追回";
    }

    public List<Tab> tabs() {
        return Arrays.stream(Recovery.State.values())
                .map(one -> new Tab(
                        one.zh(), "/recoveries?state=" + one, one == state, Words.number(counts.getOrDefault(one, 0L))))
                .toList();
    }

    public String href(String after) {
        return "/recoveries?state=" + state + "&after=" + after;
    }
}
