package org.rongyi.career.placement.proof;

/** 安置方式: by what rule a round of a campaign gives its seats. 退役军人安置条例 第 15 条 names them for officers. */
public enum Way {
    /** By the order of the campaign, each the best wish that is left. */
    BY_SCORE("by-score", "积分选岗", "赋分选岗"),
    /** Candidates and units both rank; stable, and the best of all stable results for every candidate. */
    TWO_SIDED("two-sided", "双向选择", "双向选择"),
    /** Those left to the posts left, as many as possible, at the least total cost. */
    DIRECTIVE("directive", "指令性分配", "指令性分配");

    private final String code;
    private final String zh;
    private final String since2024;

    Way(String code, String zh, String since2024) {
        this.code = code;
        this.zh = zh;
        this.since2024 = since2024;
    }

    /** The word in the file. */
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    /** The name in the 退役军人安置条例, in force from 2024-09-01. */
    public String since2024() {
        return since2024;
    }
}
