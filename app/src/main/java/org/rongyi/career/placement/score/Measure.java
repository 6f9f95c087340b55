package org.rongyi.career.placement.score;

/** How much of an item there is: each has its unit on the form. */
public enum Measure {
    TIMES("次"),
    MONTHS("个月"),
    YEARS("年"),
    DAYS("天"),
    PIECES("件"),
    /** There or not. */
    HELD("");

    private final String zh;

    Measure(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
