package org.rongyi.care.relief;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;

/** 援助进度, as the ledger of aid sorts it; how far a case is exactly stands in the case. */
public enum AidState {
    HANDLING("办理中", "c.state not in ('DECIDED', 'CLOSED')"),
    GRANTED("已援助", "c.result = 'AGREED'"),
    REFUSED("未同意", "c.result in ('REFUSED', 'NOT_ACCEPTED')"),
    OVER("撤回、终止", "c.result in ('WITHDRAWN', 'LAPSED')");

    private final String zh;
    private final String condition;

    AidState(String zh, String condition) {
        this.zh = zh;
        this.condition = condition;
    }

    public String zh() {
        return zh;
    }

    /** On the row of the case. */
    String condition() {
        return condition;
    }

    /** Of a case that stands there. */
    static AidState of(State state, @Nullable Result result) {
        if (!state.isOver() || result == null) {
            return HANDLING;
        }
        return switch (result) {
            case AGREED -> GRANTED;
            case REFUSED, NOT_ACCEPTED -> REFUSED;
            case WITHDRAWN, LAPSED -> OVER;
        };
    }
}
