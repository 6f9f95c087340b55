package org.rongyi.career.reception.rule;

/** 退役类别 (退役军人安置条例 第五条): on it depends in which ways somebody may be placed. */
public enum Rank {
    OFFICER("军官", "placement.mode.officer"),
    SERGEANT("军士", "placement.mode.sergeant"),
    CONSCRIPT("义务兵", "placement.mode.conscript");

    private final String zh;
    private final String modes;

    Rank(String zh, String modes) {
        this.zh = zh;
        this.modes = modes;
    }

    public String zh() {
        return zh;
    }

    /** The dated list of the ways open to it. */
    public String modes() {
        return modes;
    }
}
