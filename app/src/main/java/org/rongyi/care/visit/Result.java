package org.rongyi.care.visit;

/** 结果: what became of the person one went to see. Only 见到 is counted; 已故 and 迁出 take him off the list. */
public enum Result {
    MET("见到"),
    NOT_IN("未遇"),
    REFUSED("拒访"),
    AWAY("外出"),
    DECEASED("已故"),
    MOVED_OUT("迁出");

    private final String zh;

    Result(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public boolean isCounted() {
        return this == MET;
    }

    /** The file must be checked before anybody goes there again. */
    public boolean holdsContact() {
        return this == DECEASED || this == MOVED_OUT;
    }
}
