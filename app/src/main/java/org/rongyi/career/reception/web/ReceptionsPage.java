package org.rongyi.career.reception.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.ReceptionState;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/**
 * 移交接收台账.
 *
 * @param state null for those whose six months are over
 * @param mayPropose whether the reader may bring in a table of points
 * @param next the cursor of the next page; none on the last
 */
public record ReceptionsPage(
        List<Row> rows,
        Map<ReceptionState, Long> counts,
        long overdue,
        @Nullable ReceptionState state,
        boolean mayAct,
        boolean mayPropose,
        @Nullable String next)
        implements Page {

    static final String OVERDUE = "OVERDUE";

    static final String TOO_LONG = "超过期限还没有安置完的";

    /**
     * One in words.
     *
     * @param deadline what must be done by when, and how many days are left
     */
    public record Row(String path, String who, String rank, String mode, String received, String deadline, Tone tone) {}

    @Override
    public String title() {
        return "移交接收";
    }

    public List<Tab> tabs() {
        var tabs = new ArrayList<Tab>();
        for (var one : ReceptionState.values()) {
            tabs.add(new Tab(
                    one.zh(), "/receptions?state=" + one, one == state, Words.number(counts.getOrDefault(one, 0L))));
        }
        tabs.add(new Tab("超过期限", "/receptions?state=" + OVERDUE, state == null, Words.number(overdue)));
        return List.copyOf(tabs);
    }

    public String caption() {
        return state == null ? TOO_LONG : state.zh() + "的";
    }

    public String href(String after) {
        return "/receptions?state=" + asked() + "&after=" + after;
    }

    public String export() {
        return "/receptions/export.xlsx?state=" + asked();
    }

    private String asked() {
        return state == null ? OVERDUE : state.name();
    }
}
