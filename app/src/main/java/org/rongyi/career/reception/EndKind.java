package org.rongyi.career.reception;

/** 安置待遇的终止: given up by the person's own doing, or taken by the law; always a written decision. */
public enum EndKind {
    FORFEITED("视为放弃安置待遇"),
    CANCELLED("取消安置待遇");

    private final String zh;

    EndKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
