package org.rongyi.career.placement.proof;

/** 同分先后: what decides between equal scores, in the order the campaign has announced; a draw that nobody can grind always comes last. */
public enum Tie {
    /** 最高奖励等级: the higher the earlier. */
    MERIT("merit", "最高奖励等级"),
    /** 服役天数: the longer the earlier. */
    SERVICE("service", "服役时间"),
    /** 艰苦边远月数: the more the earlier. */
    HARDSHIP("hardship", "艰苦边远服役月数"),
    /** 残疾等级, as 11 less the grade, 0 for none: the graver the earlier. */
    DISABILITY("disability", "残疾等级"),
    /** 出生日期, as days before 2100-01-01: the older the earlier. */
    AGE("age", "年龄");

    private final String code;
    private final String zh;

    Tie(String code, String zh) {
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
