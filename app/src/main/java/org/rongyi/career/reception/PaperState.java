package org.rongyi.career.reception;

/** 材料情况: whether a piece of the personnel file is there. */
public enum PaperState {
    PRESENT("有"),
    MISSING("缺"),
    NOT_NEEDED("不用");

    private final String zh;

    PaperState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
