package org.rongyi.care.fund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.kernel.Money;

/**
 * 捐赠去向: the parts of a gift, and a page of what they were used for.
 *
 * @param next where the next page begins; none on the last
 */
public record GiftUses(
        List<GiftPart> parts, List<GiftUse> uses, @Nullable String next) {

    /** The parts together, wherever they are by now. */
    public Lot.Standing whole() {
        return parts.stream()
                .map(part -> part.followed().standing())
                .reduce((one, other) -> new Lot.Standing(
                        one.received().plus(other.received()),
                        one.available().plus(other.available()),
                        one.committed().plus(other.committed()),
                        one.inPayment().plus(other.inPayment()),
                        one.spent().plus(other.spent())))
                .orElseThrow();
    }

    public List<GiftPart> handedOver() {
        return parts.stream()
                .filter(part -> part.followed().handed().isPositive())
                .toList();
    }

    public Money underWay() {
        return whole().committed().plus(whole().inPayment());
    }
}
