package org.rongyi.care.relief.rule;

import java.util.Set;
import org.rongyi.people.person.Category;

/** 对象 (办法 第十条): what somebody is in the rule's words, by the categories of his file. */
public enum Standing {
    VETERAN("退役军人"),
    OTHER_OBJECT("其他优抚对象"),
    NEITHER("不是退役军人，也不是其他优抚对象");

    private final String zh;

    Standing(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** The closest of several: a veteran who is also somebody's kin is a veteran. */
    public static Standing of(Set<Category> categories) {
        return categories.stream()
                .map(Standing::of)
                .min(java.util.Comparator.naturalOrder())
                .orElse(NEITHER);
    }

    /** 退役军人保障法 第二条; 军人抚恤优待条例 第二条. A 无军籍职工 has not served as a soldier and gets no 抚恤. */
    private static Standing of(Category category) {
        return switch (category) {
            case TRANSFERRED_OFFICER,
                    DISCHARGED_SOLDIER,
                    RETIRED_CADRE,
                    RED_ARMY_VETERAN,
                    DEMOBILISED,
                    DISABLED_SOLDIER -> VETERAN;
            case DISABLED_MILITIA, MARTYR_FAMILY, DUTY_DEATH_FAMILY, DECEASED_FAMILY, SERVING_FAMILY -> OTHER_OBJECT;
            case RETIRED_WORKER -> NEITHER;
        };
    }
}
