package org.rongyi.career.campaign.group;

/** 到会情况 of a member of the group. */
public enum Attendance {
    PRESENT("到会"),
    ABSENT("缺席"),
    KEPT_AWAY("回避");

    private final String zh;

    Attendance(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
