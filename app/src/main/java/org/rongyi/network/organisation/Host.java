package org.rongyi.network.organisation;

/** 设立依托: by administrative level, or inside an agency, an enterprise or a park. */
public enum Host {
    ADMINISTRATIVE("行政层级"),
    AGENCY("机关单位"),
    ENTERPRISE("企业"),
    PARK("园区");

    private final String zh;

    Host(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** A hosted station owns persons by assignment and has a seat code of its own instead of a territory. */
    public boolean isHosted() {
        return this != ADMINISTRATIVE;
    }
}
