package org.rongyi.platform.vault;

import org.jspecify.annotations.Nullable;

/**
 * 封存处: where sealed values lie. A room that keeps some offers each place as a bean, so that a change of keys reaches all of
 * them; a test finds columns nobody offered.
 */
public interface SealedPlace {

    /** {@code schema.table.column}, or another name that stays. */
    String name();

    /** What lies there, in words. */
    String zh();

    /**
     * Seals anew, with the key in use, what lies behind a point and was sealed with an earlier key. It bears being done twice
     * and beside acts that write the same values.
     *
     * @param after null: from the beginning
     */
    Step reseal(@Nullable String after);

    /**
     * @param next the point to go on from; null at the end
     * @param resealed how many values were sealed anew
     */
    record Step(@Nullable String next, int resealed) {}
}
