package org.rongyi.care.relief;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;

/** 援助进度, as the ledger of aid sorts it; how far a case is exactly stands in the case. */
public enum AidState {
    HANDLING("办理中"),
    GRANTED("已援助"),
    REFUSED("未同意"),
    OVER("撤回、终止");

    private final String zh;

    AidState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Of a case that stands there; what was granted stays so while it is decided again after a 复核. */
    static AidState of(State state, @Nullable Result result, boolean granted) {
        if (granted) {
            return GRANTED;
        }
        if (!state.isOver() || result == null) {
            return HANDLING;
        }
        return switch (result) {
            case AGREED -> GRANTED;
            case REFUSED, NOT_ACCEPTED -> REFUSED;
            case WITHDRAWN, LAPSED -> OVER;
            case UPHELD, OVERTURNED -> throw new IllegalStateException("nobody asks for aid by a 复核");
        };
    }
}
