package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.purpose.PurposeChanges;
import org.rongyi.platform.kernel.Money;

/**
 * A part of a gift that is bound to one thing: what its giver agreed first, or what a change made of it.
 *
 * @param change how it came to be; none of the first
 * @param bonds what it is bound to, in words
 */
public record GiftPart(
        String name, Lot lot, PurposeChanges.@Nullable Published change, String bonds, List<GiftUse> uses) {

    /** Something is left of it that is bound. */
    boolean isChangeable() {
        return lot.terms().bonds() > 0 && lot.standing().available().isPositive();
    }

    /** The parts together. */
    public static Lot.Standing whole(List<GiftPart> parts) {
        return parts.stream()
                .map(part -> part.lot().standing())
                .reduce((one, other) -> new Lot.Standing(
                        one.received().plus(other.received()),
                        one.available().plus(other.available()),
                        one.committed().plus(other.committed()),
                        one.inPayment().plus(other.inPayment()),
                        one.spent().plus(other.spent())))
                .orElseThrow();
    }

    public Money underWay() {
        return lot.standing().committed().plus(lot.standing().inPayment());
    }
}
