package org.rongyi.platform.policy;

import java.util.Arrays;

/** 可靠程度: how sure it is that a value stands in the document it is said to come from. */
public enum Certainty {
    /** Agreed to on screen by a second person, with its document. */
    DECIDED("DECIDED", "经审核录入"),
    SEEN("S-A", "见于原文"),
    REPORTED("S-B", "见于报道或外地通知"),
    HINTED("S-C", "仅见于转载"),
    KNOWN("K", "业务常识，未见原文"),
    /** Ours, so that the program has a value. */
    PROPOSED("PROPOSED", "系统默认，待业务确认");

    private final String mark;
    private final String zh;

    Certainty(String mark, String zh) {
        this.mark = mark;
        this.zh = zh;
    }

    /** Reads the mark of a file; {@code K-high} and {@code K-med} are both known. */
    public static Certainty of(String mark) {
        return Arrays.stream(values())
                .filter(one -> one.mark.equals(mark) || one == KNOWN && mark.startsWith("K-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("不认识的可靠程度：" + mark));
    }

    public String zh() {
        return zh;
    }
}
