package org.rongyi.career.campaign;

/** 单位性质: what kind of unit offers a post; the terms of a contract follow it. */
public enum UnitNature {
    ORGAN("机关"),
    LIKE_ORGAN("参照公务员法管理的单位"),
    INSTITUTION("事业单位"),
    STATE_ENTERPRISE("国有企业"),
    OTHER("其他单位");

    private final String zh;

    UnitNature(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Whether its people work under a labour contract (退役军人安置条例 第 31 条). */
    public boolean isEmployer() {
        return this == STATE_ENTERPRISE || this == OTHER;
    }
}
