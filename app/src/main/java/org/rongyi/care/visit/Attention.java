package org.rongyi.care.visit;

/** 联系类别: 重点联系 has a ground and shorter terms. */
public enum Attention {
    KEY("重点联系"),
    GENERAL("普遍联系");

    private final String zh;

    Attention(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
