package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * What a table of figures is asked.
 *
 * @param unit whose territory is counted
 * @param asOf only what was recorded by the end of that day; null for all that is recorded now
 */
public record Question(
        DivisionCode unit,
        Collection<FigureKind> kinds,
        Period period,
        @Nullable LocalDate asOf) {

    public Question {
        kinds = List.copyOf(kinds);
    }
}
