package org.rongyi.care.fund.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.kernel.Money;

/** 份额: what each source bears of an amount, in the order they are used; none bears nothing. */
public record Shares(List<Share> list) {

    public static final Shares NONE = new Shares(List.of());

    public Shares {
        list = list.stream().filter(share -> share.amount().isPositive()).toList();
    }

    public Money total() {
        return list.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What bears a part of it, the first sources first; all of it when the part is more. */
    public Shares first(Money part) {
        var taken = new ArrayList<Share>();
        var left = part;
        for (var share : list) {
            var amount = left.compareTo(share.amount()) < 0 ? left : share.amount();
            taken.add(new Share(share.lot(), amount));
            left = left.minus(amount);
        }
        return new Shares(taken);
    }

    public Shares plus(Shares other) {
        return sum(List.of(this, other));
    }

    /** @throws IllegalArgumentException when a source bears less than is taken from it */
    public Shares minus(Shares other) {
        var amounts = amounts();
        for (var share : other.list) {
            var left = amounts.getOrDefault(share.lot(), Money.ZERO).minus(share.amount());
            if (left.fen() < 0) {
                throw new IllegalArgumentException("more than source " + share.lot() + " bears");
            }
            amounts.put(share.lot(), left);
        }
        return of(amounts);
    }

    /** What of it another bears as well, source by source. */
    public Shares within(Shares other) {
        return new Shares(list.stream()
                .map(share -> {
                    var most = other.of(share.lot());
                    return share.amount().compareTo(most) > 0 ? new Share(share.lot(), most) : share;
                })
                .toList());
    }

    /** What of it those sources bear. */
    public Shares of(Collection<UUID> lots) {
        return new Shares(
                list.stream().filter(share -> lots.contains(share.lot())).toList());
    }

    public Money of(UUID lot) {
        return amounts().getOrDefault(lot, Money.ZERO);
    }

    static Shares sum(Collection<Shares> all) {
        var amounts = new LinkedHashMap<UUID, Money>();
        all.forEach(shares -> shares.list.forEach(share -> amounts.merge(share.lot(), share.amount(), Money::plus)));
        return of(amounts);
    }

    private Map<UUID, Money> amounts() {
        var amounts = new LinkedHashMap<UUID, Money>();
        list.forEach(share -> amounts.merge(share.lot(), share.amount(), Money::plus));
        return amounts;
    }

    private static Shares of(Map<UUID, Money> amounts) {
        return new Shares(amounts.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .toList());
    }
}
