package org.rongyi.career.campaign.exam.mark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What two marks of a paper make, and when a third decides. Pure. */
final class MarkRule {

    static final int MARKERS = 2;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private MarkRule() {}

    /** Whether they are farther apart than the plan allows: exactly as far is still near enough. */
    static boolean isApart(BigDecimal one, BigDecimal other, int difference) {
        return one.subtract(other).abs().compareTo(BigDecimal.valueOf(difference)) > 0;
    }

    /**
     * What a paper has: the mean of two marks that are near enough, the third where they are not; none while a mark is wanting.
     *
     * @param marks in the order they came
     */
    static Optional<BigDecimal> points(List<BigDecimal> marks, int difference) {
        if (marks.size() < MARKERS) {
            return Optional.empty();
        }
        if (!isApart(marks.get(0), marks.get(1), difference)) {
            return Optional.of(marks.get(0).add(marks.get(1)).divide(TWO));
        }
        return marks.size() > MARKERS ? Optional.of(marks.get(MARKERS)) : Optional.empty();
    }
}
