package org.rongyi.care.fund.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.purpose.PurposeChanges;

/**
 * A part of a gift that is bound to one thing: what its giver agreed first, or what a change made of it.
 *
 * @param change how it came to be; none of the first
 * @param followed how it stands, also where it went over to another fund since
 * @param bonds what it is bound to, in words
 */
public record GiftPart(
        String name, Lot lot, Lots.Followed followed, PurposeChanges.@Nullable Published change, String bonds) {

    /** Something is left of it that is bound. */
    boolean isChangeable() {
        return lot.terms().bonds() > 0 && lot.standing().available().isPositive();
    }
}
