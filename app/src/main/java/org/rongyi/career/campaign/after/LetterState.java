package org.rongyi.career.campaign.after;

/** 介绍信的落实情况. */
public enum LetterState {
    ISSUED("已开，待上岗"),
    ON_DUTY("已上岗"),
    UNIT_REFUSED("单位拒绝接收"),
    REFUSED("本人拒绝"),
    WITHDRAWN("照书面决定撤回");

    private final String zh;

    LetterState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
