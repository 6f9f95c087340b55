package org.rongyi.insight.figures;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * What was counted of a kind in a unit.
 *
 * @param code in a list of children, the asked unit's own code stands for 本级/直属
 * @param times additive: 人次, 次, an amount in 分
 * @param people null when the kind keeps none, or the period is not a fixed one
 */
public record Count(
        FigureKind kind,
        DivisionCode code,
        long times,
        @Nullable People people) {}
