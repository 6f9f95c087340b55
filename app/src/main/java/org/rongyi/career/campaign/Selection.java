package org.rongyi.career.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How people come to their posts, as the plan announces it. */
public sealed interface Selection {

    /** 填报志愿: lists under seal, which the run takes in the order of all. */
    record Sealed() implements Selection {}

    /**
     * 现场选岗: lists are handed in as well, and what is chosen before everybody's eyes takes their place.
     *
     * @param minutes each one's
     * @param onTimeout what happens when they are over, by its name
     * @param startsAt not before
     */
    record Live(int minutes, String onTimeout, @Nullable Integer absentSeconds, Instant startsAt)
            implements Selection {}

    /**
     * 网上双选: people apply while wishes are taken, then units look, then units take. Each from the first instant, which is of it, to the second,
     * which is not.
     *
     * @param least posts of 公务员、参公 somebody has to apply for
     * @param most of these; any number of others
     */
    record Online(int least, int most, Instant browseFrom, Instant browseTo, Instant decideFrom, Instant decideTo)
            implements Selection {}

    /** Whether lists of wishes are handed in under seal. */
    default boolean takesLists() {
        return switch (this) {
            case Sealed _, Live _ -> true;
            case Online _ -> false;
        };
    }
}
