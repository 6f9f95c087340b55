package org.rongyi.care.fund.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.ledger.ManyPostings;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.stereotype.Component;

/**
 * 成批解除承诺: a service ends what it had promised to many and did not give. What is in a batch, with the bank, paid, or waits for
 * somebody to settle something stays as it is.
 */
@Component
public class FreedGrants {

    private final Funds funds;
    private final Grants grants;
    private final PaymentBooks books;
    private final ManyPostings postings;
    private final Givers givers;
    private final Clock clock;

    FreedGrants(Funds funds, Grants grants, PaymentBooks books, ManyPostings postings, Givers givers, Clock clock) {
        this.funds = funds;
        this.books = books;
        this.grants = grants;
        this.postings = postings;
        this.givers = givers;
        this.clock = clock;
    }

    /**
     * What was freed, and what was not.
     *
     * @param amount free again for others
     * @param kept grants that are on their way or paid
     */
    public record Freed(int count, Money amount, List<UUID> kept) {}

    /** Of one fund, in the running act's transaction. */
    public Freed free(Actor.Office by, UUID fund, List<UUID> ids, String reason) {
        if (ids.isEmpty()) {
            return new Freed(0, Money.ZERO, List.of());
        }
        funds.hold(fund);
        var locked = grants.lock(ids);
        var free = locked.stream().filter(FreedGrants::waits).toList();
        var left = grants.left(free.stream().map(Grants.Grant::id).toList());
        var today = LocalDate.now(clock);
        var before = books.timesFreed(free.stream().map(Grants.Grant::id).toList());
        var entries = new ArrayList<Posting>();
        for (var grant : free) {
            var promised = left.getOrDefault(grant.id(), Shares.NONE);
            int times = before.getOrDefault(grant.id(), 0);
            entries.add(PaymentBooks.uncommitting(grant, promised, times, reason, today));
        }
        postings.post(by, entries).ifPresent(other -> {
            throw new IllegalStateException("promises and books disagree: " + other);
        });
        if (!free.isEmpty()) {
            grants.move(free.stream().map(Grants.Grant::id).toList(), GrantState.CANCELLED);
        }
        free.forEach(grant ->
                givers.less(grant, left.getOrDefault(grant.id(), Shares.NONE).total()));
        return new Freed(free.size(), sum(left), kept(locked));
    }

    private static boolean waits(Grants.Grant grant) {
        return (grant.state() == GrantState.WAITING || grant.state() == GrantState.RETURNED) && !grant.held();
    }

    private static Money sum(Map<UUID, Shares> left) {
        return left.values().stream().map(Shares::total).reduce(Money.ZERO, Money::plus);
    }

    private static List<UUID> kept(List<Grants.Grant> locked) {
        return locked.stream()
                .filter(grant -> !waits(grant) && grant.state() != GrantState.CANCELLED)
                .map(Grants.Grant::id)
                .collect(Collectors.toUnmodifiableList());
    }
}
