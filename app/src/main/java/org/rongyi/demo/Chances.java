package org.rongyi.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.people.person.Category;

/** How likely what is in the province demo: who people are, and what their visits come to. */
final class Chances {

    private Chances() {}

    static Result notSeen(RandomGenerator random) {
        return switch (random.nextInt(40)) {
            case 0 -> Result.DECEASED;
            case 1 -> Result.MOVED_OUT;
            case 2, 3 -> Result.REFUSED;
            case 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 -> Result.AWAY;
            default -> Result.NOT_IN;
        };
    }

    static Set<Sent> sent(RandomGenerator random) {
        var all = Sent.values();
        var sent = EnumSet.of(all[random.nextInt(all.length)]);
        if (random.nextBoolean()) {
            sent.add(all[random.nextInt(all.length)]);
        }
        return sent;
    }

    static Set<Category> category(RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0 -> Set.of(Category.TRANSFERRED_OFFICER);
            case 1 -> Set.of(Category.DISABLED_SOLDIER, Category.DISCHARGED_SOLDIER);
            case 2 -> Set.of(Category.DEMOBILISED);
            case 3 -> Set.of(Category.MARTYR_FAMILY);
            case 4 -> Set.of(Category.SERVING_FAMILY);
            default -> Set.of(Category.DISCHARGED_SOLDIER);
        };
    }

    static boolean isSeason(LocalDate day) {
        return !kindOn(day).equals("REGULAR");
    }

    static String kindOn(LocalDate day) {
        return switch (day.getMonthValue()) {
            case 1, 2 -> "SPRING";
            case 7 -> "ARMY_DAY";
            default -> "REGULAR";
        };
    }
}
