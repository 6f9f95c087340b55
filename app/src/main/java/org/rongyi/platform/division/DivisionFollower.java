package org.rongyi.platform.division;

import java.time.LocalDate;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * A room whose rows carry {@code code_now}. It is told when a code goes over into another, on the job connection,
 * inside a transaction of the teller, and moves its rows.
 */
public interface DivisionFollower {

    /**
     * Moves every row that stands at the old code, found by an index: meanwhile nobody writes. May come twice for the same
     * pair, and must then change nothing.
     */
    void recoded(DivisionCode from, DivisionCode to, LocalDate on);
}
