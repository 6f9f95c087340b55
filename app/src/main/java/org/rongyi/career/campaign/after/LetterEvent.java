package org.rongyi.career.campaign.after;

/** 落实的情况, as they are counted: what happened to a letter on a day. A unit that refused and took him afterwards has done both. */
public enum LetterEvent {
    ISSUED("开出介绍信"),
    ON_DUTY("安置到岗"),
    REFUSED("本人拒绝安置"),
    UNIT_REFUSED("单位拒收");

    private final String zh;

    LetterEvent(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
