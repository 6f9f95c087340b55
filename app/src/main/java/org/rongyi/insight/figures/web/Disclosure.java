package org.rongyi.insight.figures.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 公开前的隐去: no number below ten is published, nor one that could be found by taking the others from the parent's.
 * Withheld units therefore never stand alone and never sum up to less than ten. [PROPOSED] 系统默认,待业务确认.
 */
final class Disclosure {

    private static final long LEAST = 10;

    private Disclosure() {}

    static Set<DivisionCode> withheld(Map<DivisionCode, Long> values) {
        var withheld = new HashSet<DivisionCode>();
        long sum = 0;
        for (var unit : ascending(values)) {
            boolean small = unit.getValue() < LEAST;
            if (!small && (withheld.isEmpty() || (withheld.size() > 1 && sum >= LEAST))) {
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
