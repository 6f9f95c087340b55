package org.rongyi.care.relief.emergency.rule;

import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.people.person.Category;

/** 救助对象: who of the twelve categories the fund is for. Militia and workers without a soldier's file are not named. */
public final class Eligible {

    private Eligible() {}

    /** 退役士兵、残疾军人: those of his categories that are named; empty when none is. */
    public static String of(Set<Category> categories) {
        return categories.stream()
                .filter(Eligible::isNamed)
                .sorted()
                .map(Category::zh)
                .collect(Collectors.joining("、"));
    }

    private static boolean isNamed(Category category) {
        return switch (category) {
            case RED_ARMY_VETERAN,
                    RETIRED_CADRE,
                    TRANSFERRED_OFFICER,
                    DISCHARGED_SOLDIER,
                    DEMOBILISED,
                    DISABLED_SOLDIER,
                    MARTYR_FAMILY,
                    DUTY_DEATH_FAMILY,
                    DECEASED_FAMILY,
                    SERVING_FAMILY -> true;
            case DISABLED_MILITIA, RETIRED_WORKER -> false;
        };
    }
}
