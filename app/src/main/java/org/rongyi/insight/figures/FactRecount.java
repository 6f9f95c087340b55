package org.rongyi.insight.figures;

import java.util.Set;

/**
 * 按记录复核: what a room's own records say its facts must sum up to. Asked at night in one read-only snapshot on the job
 * connection, and compared inside the database: nothing of it is held here.
 */
public interface FactRecount {

    Set<FigureKind> kinds();

    /**
     * A query, without parameters, that answers a row for each fact that must stand: {@code kind}, {@code code_now},
     * {@code happened_on}, {@code person} (null where the kind counts no people) and {@code value}. Records in force only;
     * rows of one kind, code, month and person add up.
     */
    String records();

    /**
     * Whether {@link #records} tells {@code booked_on} too, with a row of −1 for what was taken back on a later day: then what
     * stood there as of each past day is held against the records' own history.
     */
    default boolean tellsDays() {
        return false;
    }
}
