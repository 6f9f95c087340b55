package org.rongyi.care.fund.handout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.stereotype.Component;

/**
 * 当面发放: goods or cash that a decision gave to many, put into somebody's hand where he lives by whoever goes there, and signed
 * for. Not by who decided it (会计法 第 37 条). Called in the act that records the visit.
 */
@Component
public class OnTheSpot {

    /** Why it was cash (办法 第十三条: cash only where necessary). */
    private static final String AT_ONCE = "先行帮扶，等不得转账";

    private final Funds funds;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final PaymentBooks books;
    private final Clock clock;

    OnTheSpot(Funds funds, PaymentBatches batches, Payments payments, Grants grants, PaymentBooks books, Clock clock) {
        this.funds = funds;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.books = books;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Handed {}

    public record Done() implements Handed {}

    /** Handed out, paid or cancelled another way. */
    public record NotWaiting(GrantState state) implements Handed {}

    /** 不相容岗位: who decided it does not hand it out. */
    public record OwnDecision() implements Handed {}

    /** Signed for before it was decided, or tomorrow. */
    public record WrongDay() implements Handed {}

    /** The fund's account at the bank holds less cash than this. */
    public record NotEnough(Money free) implements Handed {}

    /**
     * Enters it as handed over.
     *
     * @param signedBy who signed for it: the recipient, or who receives for him
     */
    public Handed hand(Actor.Office by, UUID id, LocalDate on, String signedBy) {
        return hand(by, id, on, signedBy, "");
    }

    /**
     * 先行: the same by who decided it, because it cannot wait; then before somebody else.
     *
     * @param witness who was there besides
     */
    public Handed handAtOnce(Actor.Office by, UUID id, LocalDate on, String signedBy, String witness) {
        if (witness.isBlank()) {
            throw new IllegalArgumentException("what one decides and hands out alone, another has seen");
        }
        return hand(by, id, on, signedBy, witness);
    }

    private Handed hand(Actor.Office by, UUID id, LocalDate on, String signedBy, String witness) {
        var found = grants.find(id).orElseThrow(() -> new IllegalStateException("a promise out of reach: " + id));
        funds.hold(found.fund());
        var grant = grants.lock(List.of(id)).getFirst();
        var objection = objection(by, grant, on, !witness.isEmpty());
        if (objection.isPresent()) {
            return objection.get();
        }
        var shares = grants.left(List.of(id)).getOrDefault(id, Shares.NONE);
        var free = books.free(grant.fund());
        if (!grant.inKind() && free.compareTo(shares.total()) < 0) {
            return new NotEnough(free);
        }
        var at = OffsetDateTime.now(clock);
        boolean cashAtOnce = !witness.isEmpty() && !grant.inKind();
        var payment = payment(grant, shares, on, signedBy, cashAtOnce ? AT_ONCE : "");
        payments.addHanded(
                payment, new Payments.Handed(by.account(), Batch.Hand.of(by, at).name(), witness), at);
        grants.move(List.of(id), GrantState.PAID);
        books.handedOut(by, payment, on);
        return new Done();
    }

    /**
     * 收回: it turned out that it was not handed over. The counter-entry says so; it waits again.
     *
     * @param why for the payment, which stays
     * @return why it cannot be taken back
     */
    public Optional<String> takeBack(Actor.Office by, UUID id, String why) {
        var found = grants.find(id).orElseThrow(() -> new IllegalStateException("a promise out of reach: " + id));
        funds.hold(found.fund());
        var grant = grants.lock(List.of(id)).getFirst();
        if (batches.hasEnded(grant.fund())) {
            return Optional.of("这项资金已经终止，发放不能收回");
        }
        if (grants.isRecovered(id)) {
            return Optional.of("这笔已在追回，先办完追回");
        }
        var handed = payments.ofGrants(List.of(id)).stream()
                .filter(payment -> payment.way() != Payment.Way.BANK && payment.state() == Payment.State.PAID)
                .findFirst();
        if (grant.state() != GrantState.PAID || handed.isEmpty()) {
            throw new IllegalStateException("nothing of it was handed over: " + id);
        }
        var today = LocalDate.now(clock);
        payments.answer(handed.get(), new Payment.Result(Money.ZERO, Shares.NONE, Money.ZERO, today, why));
        books.takenBack(by, handed.get(), today);
        grants.move(List.of(id), GrantState.WAITING);
        return Optional.empty();
    }

    private Optional<Handed> objection(Actor.Office by, Grants.Grant grant, LocalDate on, boolean seen) {
        if (grant.state() != GrantState.WAITING || grant.held()) {
            return Optional.of(new NotWaiting(grant.state()));
        }
        if (!seen && grant.isGrantedBy(by)) {
            return Optional.of(new OwnDecision());
        }
        return on.isAfter(LocalDate.now(clock)) || on.isBefore(grant.grantedOn())
                ? Optional.of(new WrongDay())
                : Optional.empty();
    }

    /** Its number is that of the case, so that no village has to know what others have handed out. */
    private Payment payment(Grants.Grant grant, Shares shares, LocalDate on, String signedBy, String why) {
        int tries = payments.ofGrants(List.of(grant.id())).size();
        var reference = "FF" + grant.caseNumber() + (grant.inKind() ? "-W" : "-X") + (tries + 1);
        return new Payment(
                Ids.next(),
                grant.fund(),
                null,
                reference,
                grant.id(),
                grant.inKind() ? Payment.Way.GOODS : Payment.Way.CASH,
                grant.code(),
                Payment.State.PAID,
                shares,
                signedBy,
                null,
                new Payment.Result(shares.total(), shares, Money.ZERO, on, why));
    }
}
