package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.kernel.Actor;

/**
 * 督办清单 beside cases: what a unit below has let pass its day in another room's work. A room contributes a bean; it is asked in
 * the reader's transaction.
 */
public interface OtherRaised {

    /**
     * @param what what should have been done
     * @param waits where it waits
     * @param path to it
     */
    record Line(String what, String waits, LocalDate due, String path) {}

    /** What stands on the list of the reader's unit now, the oldest first. */
    List<Line> raised(Actor.Office reader);
}
