package org.rongyi.care.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;

/**
 * 用哪笔钱: the sources that pay for something. Only those whose terms allow it; the most narrowly bound first, then the one
 * that ends first, then the oldest. 慈善法: a gift is used as its giver agreed, so one that is bound to other things never pays.
 */
public final class LotChoice {

    private static final Comparator<Lot> ORDER = Comparator.comparing(
                    (Lot lot) -> -lot.terms().bonds())
            .thenComparing(lot -> lot.terms().until(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lot::receivedOn)
            .thenComparing(Lot::id);

    private LotChoice() {}

    /** What is to be paid, what for, where and when. */
    public record Use(Money amount, String purpose, DivisionCode place, LocalDate on, boolean inKind) {}

    /** Who bears how much; empty when what may be used for it does not suffice. */
    public static Optional<List<Share>> choose(List<Lot> lots, Use use) {
        var shares = new ArrayList<Share>();
        var left = use.amount();
        for (var lot : usable(lots, use)) {
            if (!left.isPositive()) {
                break;
            }
            var taken = left.compareTo(lot.standing().available()) < 0
                    ? left
                    : lot.standing().available();
            shares.add(new Share(lot.id(), taken));
            left = left.minus(taken);
        }
        return left.isPositive() ? Optional.empty() : Optional.of(List.copyOf(shares));
    }

    /** What could be used for it in all. */
    public static Money available(List<Lot> lots, Use use) {
        return usable(lots, use).stream().map(lot -> lot.standing().available()).reduce(Money.ZERO, Money::plus);
    }

    private static List<Lot> usable(List<Lot> lots, Use use) {
        return lots.stream()
                .filter(lot -> lot.inKind() == use.inKind())
                .filter(lot -> lot.standing().available().isPositive())
                .filter(lot -> lot.terms().allow(use.purpose(), use.place(), use.on()))
                .sorted(ORDER)
                .toList();
    }
}
