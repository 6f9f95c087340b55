package org.rongyi.network.organisation;

/** 编制性质. */
public enum Establishment {
    ESTABLISHED("编内"),
    CONTRACT("聘用"),
    CONCURRENT("兼任"),
    VOLUNTEER("志愿");

    private final String zh;

    Establishment(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
