package org.rongyi.network.organisation;

/** 机构类别. Centres and stations serve people and are counted; bureaus and partner bodies decide and are not. */
public enum UnitKind {
    CENTRE("服务中心", true),
    STATION("服务站", true),
    BUREAU("退役军人事务部门", false),
    PARTNER("协作单位", false);

    private final String zh;
    private final boolean counted;

    UnitKind(String zh, boolean counted) {
        this.zh = zh;
        this.counted = counted;
    }

    public String zh() {
        return zh;
    }

    /** Whether it stands in the public directory and in the number of 服务中心(站). */
    public boolean isStation() {
        return counted;
    }
}
