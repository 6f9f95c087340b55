package org.rongyi.network.organisation;

/** 专兼职. */
public enum Employment {
    FULL_TIME("专职"),
    PART_TIME("兼职");

    private final String zh;

    Employment(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
