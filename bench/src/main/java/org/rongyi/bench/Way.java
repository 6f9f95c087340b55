package org.rongyi.bench;

/** Who answers a list: the product, or one of the two patterns a user would have instead. */
public enum Way {
    /** The territory as one range of codes or one equality, as the application role with row-level security on. */
    PRODUCT("本系统"),
    /** Every unit carries its ancestors as a comma list, and a query looks for the unit in it. */
    ANCESTORS("祖级列表"),
    /** The ids of all units below, held in memory, go along with each query. */
    IDS("单位清单");

    private static volatile Way now = PRODUCT;

    private final String zh;

    Way(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public static Way now() {
        return now;
    }

    /** The next requests are answered this way. */
    public static void take(Way way) {
        now = way;
    }
}
