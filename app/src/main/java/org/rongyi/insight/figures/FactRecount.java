package org.rongyi.insight.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 按记录复核: what a room's own records say its facts must sum up to. Asked at night in one read-only snapshot on the job
 * connection, in which the room reads too.
 */
public interface FactRecount {

    Set<FigureKind> kinds();

    /** Everything that is not zero, for each kind, present code and month of business. */
    List<Expected> expected();

    /** The additive value of the records in force. */
    record Expected(FigureKind kind, DivisionCode codeNow, YearMonth month, long times) {}
}
