package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;

/**
 * 督办清单 beside cases: what a unit below has let pass its day in another room's work, or what waits at a post where nobody is. A room
 * contributes a bean; it is asked in the reader's transaction, at each reading, so that nothing can be forgotten on the way.
 */
public interface OtherRaised {

    /**
     * @param what what should have been done
     * @param waits where it waits
     * @param since from when on; none where the room knows the last day alone
     * @param due its last day; passed, unless nobody is there who could do it
     * @param path to it
     */
    record Line(String what, String waits, @Nullable LocalDate since, LocalDate due, Task.Ground ground, String path) {

        /** One that is late. */
        public Line(String what, String waits, LocalDate due, String path) {
            this(what, waits, null, due, Task.Ground.LATE, path);
        }
    }

    /** What stands on the list of the reader's unit now, the oldest first. */
    List<Line> raised(Actor.Office reader);
}
