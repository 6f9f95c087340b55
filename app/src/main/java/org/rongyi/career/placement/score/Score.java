package org.rongyi.career.placement.score;

import java.math.BigDecimal;
import java.util.List;
import org.rongyi.platform.policy.Source;

/**
 * 得分, line by line.
 *
 * @param total of the lines; without a ceiling
 * @param missing items that are there and that the table in force has no points for
 */
public record Score(List<Line> lines, BigDecimal total, List<String> missing) {

    /**
     * @param what the item
     * @param how how its points come about
     * @param points below 0 for what is taken off
     * @param source the document they rest on
     */
    public record Line(String what, String how, BigDecimal points, Source source) {}

    static Score of(List<Line> lines, List<String> missing) {
        return new Score(
                List.copyOf(lines),
                lines.stream().map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add),
                List.copyOf(missing));
    }

    /** Whether one of the values is the system's own. */
    public boolean isProposed() {
        return lines.stream().anyMatch(line -> line.source().isProposed());
    }
}
