package org.rongyi.platform.kernel;

/** 五级: the levels of a province's service, widest first. The number is what outsiders see. */
public enum Level {
    PROVINCE(1, "省", 10_000_000_000L),
    CITY(2, "市", 100_000_000L),
    COUNTY(3, "县", 1_000_000L),
    TOWN(4, "镇街", 1_000L),
    VILLAGE(5, "村社区", 1L);

    private final int number;
    private final String zh;
    private final long span;

    Level(int number, String zh, long span) {
        this.number = number;
        this.zh = zh;
        this.span = span;
    }

    public static Level of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("级别应为 1（省）到 5（村社区）：" + number);
        }
        return values()[number - 1];
    }

    /** 1 province … 5 village. */
    public int number() {
        return number;
    }

    public String zh() {
        return zh;
    }

    /** How many codes a division of this level covers. */
    public long span() {
        return span;
    }

    public boolean isAbove(Level other) {
        return number < other.number;
    }

    /** The level below; a village has none and answers itself. */
    public Level below() {
        return this == VILLAGE ? VILLAGE : values()[ordinal() + 1];
    }
}
