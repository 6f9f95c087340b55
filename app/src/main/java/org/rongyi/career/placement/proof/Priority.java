package org.rongyi.career.placement.proof;

/** 优先安置: how the dated local rule lets somebody with priority go before others. Who is exempt from scoring goes before all, whatever this says. */
public enum Priority {
    NONE("none", "不另设优先"),
    /** Everybody with priority chooses before everybody without. */
    FIRST("first", "优先对象先选"),
    /** Of equal scores, who has priority goes first; the announced ties follow. */
    TIES("ties", "同分时优先"),
    /** Some seats of a post are kept: open seats first, a kept seat only for who has priority and cannot win an open one. */
    RESERVED("reserved", "设预留岗位");

    private final String code;
    private final String zh;

    Priority(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    /** The word in the file. */
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }
}
