package org.rongyi.platform.policy.change;

import org.rongyi.platform.ui.Tone;

/** How far a change of a parameter has come. */
public enum ChangeState {
    PROPOSED("待审核", Tone.WARNING),
    AGREED("已同意", Tone.SUCCESS),
    REFUSED("不同意", Tone.DANGER),
    WITHDRAWN("已撤回", Tone.NEUTRAL);

    private final String zh;
    private final Tone tone;

    ChangeState(String zh, Tone tone) {
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
