package org.rongyi.care.relief.rule;

/** 援助情形 (办法 第十一条). The words are the list's, {@link #LIST}. */
public enum Situation {
    /** ① 服役致残或严重疾病. */
    DISABLED(true, true),
    /** ② 长期失业或突然下岗. */
    JOBLESS(true, true),
    /** ③ 旧伤复发、残情病情加重. */
    RELAPSE(true, true),
    /** ④ 突发事件. */
    ACCIDENT(false, false),
    /** ⑤ 其他特殊情况. */
    OTHER(false, false);

    public static final String LIST = "relief.hardship.situation";

    private final boolean veteransOnly;
    private final boolean lasting;

    Situation(boolean veteransOnly, boolean lasting) {
        this.veteransOnly = veteransOnly;
        this.lasting = lasting;
    }

    /** ①②③ are for 退役军人; ④⑤ for 其他优抚对象 as well. */
    public boolean isVeteransOnly() {
        return veteransOnly;
    }

    /** A state that lasts, whose cause stays the same whenever it is told; the others are events of a day. */
    public boolean isLasting() {
        return lasting;
    }

    public boolean isFor(Standing standing) {
        return switch (standing) {
            case VETERAN -> true;
            case OTHER_OBJECT -> !veteransOnly;
            case NEITHER -> false;
        };
    }
}
