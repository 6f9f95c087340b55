package org.rongyi.platform.division;

import org.rongyi.platform.kernel.DivisionCode;

/** 单位类别: what kind of unit a code speaks of, read from its last digits (统计用区划代码编制规则). */
public enum UnitKind {
    PROVINCE("省"),
    CITY("地级市"),
    DISTRICT("市辖区"),
    COUNTY("县"),
    COUNTY_CITY("县级市"),
    SUBDISTRICT("街道"),
    TOWN("镇"),
    TOWNSHIP("乡"),
    TOWN_LIKE("类似乡级单位"),
    COMMUNITY("居委会"),
    VILLAGE("村委会"),
    COMMUNITY_LIKE("类似居委会"),
    VILLAGE_LIKE("类似村委会");

    private final String zh;

    UnitKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Farms, zones, prisons and the like: units of the statistical list that are no administrative division. */
    public boolean isOnlyStatistical() {
        return this == TOWN_LIKE || this == COMMUNITY_LIKE || this == VILLAGE_LIKE;
    }

    /** @throws IllegalArgumentException when the last group of digits lies outside the ranges in use */
    public static UnitKind of(DivisionCode code) {
        return switch (code.level()) {
            case PROVINCE -> PROVINCE;
            case CITY -> CITY;
            case COUNTY -> ofCounty(code);
            case TOWN -> ofTown(code);
            case VILLAGE -> ofVillage(code);
        };
    }

    private static UnitKind ofCounty(DivisionCode code) {
        long digits = code.value() / 1_000_000 % 100;
        return digits <= 20 ? DISTRICT : digits <= 80 ? COUNTY : COUNTY_CITY;
    }

    private static UnitKind ofTown(DivisionCode code) {
        int hundreds = (int) (code.value() / 100_000 % 10);
        return switch (hundreds) {
            case 0 -> SUBDISTRICT;
            case 1 -> TOWN;
            case 2, 3 -> TOWNSHIP;
            case 4, 5 -> TOWN_LIKE;
            default -> throw new IllegalArgumentException("第 7 至 9 位应小于 600:" + code);
        };
    }

    private static UnitKind ofVillage(DivisionCode code) {
        int hundreds = (int) (code.value() / 100 % 10);
        return switch (hundreds) {
            case 0, 1 -> COMMUNITY;
            case 2, 3 -> VILLAGE;
            case 4 -> COMMUNITY_LIKE;
            case 5 -> VILLAGE_LIKE;
            default -> throw new IllegalArgumentException("第 10 至 12 位应小于 600:" + code);
        };
    }
}
