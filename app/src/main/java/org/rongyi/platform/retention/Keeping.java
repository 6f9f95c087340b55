package org.rongyi.platform.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * 一类到期即删的记录: a room that keeps something personal for a time only has one bean for each kind. What is kept for good (办件,
 * 文书, 留痕, 档案) has none; {@code retention/kept.yaml} says why.
 */
public interface Keeping {

    /** {@code room.kind}, for ever. */
    String id();

    /** What it is, in words. */
    String zh();

    /** The parameter that says for how many months. */
    String parameter();

    /** The day before which records have had their term today; most terms run from the record's own day. */
    default LocalDate before(LocalDate today, int months) {
        return today.minusMonths(months);
    }

    /** How many are past a moment, at most {@code most}. */
    long count(OffsetDateTime before, int most);

    /**
     * Deletes those past a moment, in one statement or transaction of the job's role.
     *
     * @return how many; fewer than {@code most} when none is left
     */
    int delete(OffsetDateTime before, int most);
}
