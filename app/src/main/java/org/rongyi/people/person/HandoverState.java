package org.rongyi.people.person;

import org.rongyi.platform.ui.Tone;

/** 移交的状态. ASKED leads to each of the others, and nothing leads on from there. */
public enum HandoverState {
    ASKED("待答复", Tone.WARNING),
    ACCEPTED("已同意", Tone.SUCCESS),
    DECLINED("未同意", Tone.DANGER),
    WITHDRAWN("已撤回", Tone.NEUTRAL);

    private final String zh;
    private final Tone tone;

    HandoverState(String zh, Tone tone) {
        this.zh = zh;
        this.tone = tone;
    }

    public String zh() {
        return zh;
    }

    public Tone tone() {
        return tone;
    }
}
