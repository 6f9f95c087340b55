package org.rongyi.platform.intake;

import org.rongyi.platform.ui.Tone;

/** 批次状态. The program works on a batch by itself in the busy states. */
public enum BatchState {
    UPLOADED("核对中", Tone.INFO, true),
    CHECKED("待开始", Tone.WARNING, false),
    RUNNING("导入中", Tone.INFO, true),
    DONE("已完成", Tone.SUCCESS, false),
    FAILED("不能读取", Tone.DANGER, false),
    WITHDRAWING("撤回中", Tone.INFO, true),
    WITHDRAWN("已撤回", Tone.NEUTRAL, false);

    private final String zh;
    private final Tone tone;
    private final boolean busy;

    BatchState(String zh, Tone tone, boolean busy) {
        this.zh = zh;
        this.tone = tone;
        this.busy = busy;
    }

    public String zh() {
        return zh;
    }

    public Tone tone() {
        return tone;
    }

    public boolean isBusy() {
        return busy;
    }

    public boolean mayBeWithdrawn() {
        return this == UPLOADED || this == CHECKED || this == RUNNING || this == DONE;
    }
}
