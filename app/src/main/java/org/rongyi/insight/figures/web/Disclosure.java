package org.rongyi.insight.figures.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 公开前的隐去: no number below the least is published, nor one that could be found by taking the others from the
 * parent's. What is never given at all (本级) and what another table must hide count among the withheld. Withheld units therefore never stand alone and never sum up to less than that. The least is the parameter
 * {@code figures.publish.least}.
 */
final class Disclosure {

    static final String LEAST = "figures.publish.least";

    private Disclosure() {}

    static Set<DivisionCode> withheld(Map<DivisionCode, Long> values, long least) {
        return withheld(values, least, Set.of(), false);
    }

    /**
     * @param always those withheld whatever their number
     * @param some the sum must not be reckoned from the others either: something is withheld in any case
     */
    static Set<DivisionCode> withheld(
            Map<DivisionCode, Long> values, long least, Set<DivisionCode> always, boolean some) {
        var withheld = new HashSet<>(always);
        long sum =
                always.stream().mapToLong(unit -> values.getOrDefault(unit, 0L)).sum();
        for (var unit : ascending(values)) {
            if (always.contains(unit.getKey())) {
                continue;
            }
            boolean small = unit.getValue() < least;
            if (!small && ((withheld.isEmpty() && !some) || (withheld.size() > 1 && sum >= least))) {
                break;
            }
            withheld.add(unit.getKey());
            sum += unit.getValue();
        }
        return withheld;
    }

    private static List<Map.Entry<DivisionCode, Long>> ascending(Map<DivisionCode, Long> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<DivisionCode, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
    }
}
