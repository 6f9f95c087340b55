package org.rongyi.care.festival;

/** 节日. */
public enum Festival {
    SPRING("春节", "CJ"),
    ARMY_DAY("八一", "BY");

    private final String zh;
    private final String sign;

    Festival(String zh, String sign) {
        this.zh = zh;
        this.sign = sign;
    }

    public String zh() {
        return zh;
    }

    /** In the number of a list. */
    String sign() {
        return sign;
    }

    /** The same festival of the same year, whoever greets. */
    String occasion(int year) {
        return name() + year;
    }
}
