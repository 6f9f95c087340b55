package org.rongyi.care.fund.bank;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.bank.Settlements.Proposal;
import org.rongyi.care.fund.bank.Settlements.Settlement;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.care.fund.payment.GrantNews;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.care.fund.recovery.Overpaid;
import org.rongyi.care.fund.recovery.Recoveries;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.Repayments;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 核定认定: by a 负责人 who did not propose it. The books then say what the bank did: what was paid after all is paid, what came back
 * waits again, and what was paid twice is to be had back.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmSettlement implements OfficeAct<ConfirmSettlement.Command, ConfirmSettlement.Outcome> {

    private final Funds funds;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final Recoveries recoveries;
    private final Repayments repayments;
    private final Settlements settlements;
    private final PaymentBooks books;
    private final Overpaid overpaid;
    private final GrantNews news;
    private final AuditTrail audit;
    private final Clock clock;

    ConfirmSettlement(
            Funds funds,
            PaymentBatches batches,
            Payments payments,
            Grants grants,
            Recoveries recoveries,
            Repayments repayments,
            Settlements settlements,
            PaymentBooks books,
            Overpaid overpaid,
            GrantNews news,
            AuditTrail audit,
            Clock clock) {
        this.funds = funds;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.recoveries = recoveries;
        this.repayments = repayments;
        this.settlements = settlements;
        this.books = books;
        this.overpaid = overpaid;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param agrees false sends it back to whoever proposed it */
    public record Command(CommandId id, UUID settlement, boolean agrees) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Settled(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not settle it. */
        record OwnProposal() implements Outcome, Refused {}

        /** It stands in a batch that has not gone to the bank: that is dissolved first. */
        record InBatch(UUID batch) implements Outcome, Refused {}

        /** What would come back is being recovered from him: that is done with first. */
        record Recovered(UUID recovery) implements Outcome, Refused {}

        /** Nothing is entered in its books any more. */
        record FundEnded() implements Outcome, Refused {}

        /** The books' bank account holds less than the bank paid. */
        record BankShort() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = settlements
                .find(command.settlement())
                .flatMap(one -> payments.find(one.payment()))
                .filter(payment -> batches.ownFund(office, payment.fund()).isPresent());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(found.get().fund());
        var settlement = settlements.find(command.settlement()).orElseThrow();
        var payment = payments.find(settlement.payment()).orElseThrow();
        var proposal = settlement.proposal();
        if (settlement.state() != Settlements.State.PROPOSED || proposal == null) {
            return new Outcome.AlreadyAnswered();
        }
        if (settlement.isFrom(office)) {
            return new Outcome.OwnProposal();
        }
        return command.agrees() ? settle(office, settlement, proposal, payment) : decline(office, settlement, payment);
    }

    /** A contradiction stays one: it waits for another proposal. */
    private Outcome decline(Actor.Office office, Settlement settlement, Payment payment) {
        settlements.decide(office, settlement.id(), Settlements.State.DECLINED);
        var said = settlement.said();
        if (said != null) {
            settlements.contradict(payment, new BankResult.Line(0, payment, said.paid(), said.on(), said.reason()));
        }
        return new Outcome.Declined(payment.id());
    }

    private Outcome settle(Actor.Office office, Settlement settlement, Proposal proposal, Payment payment) {
        var all = payments.ofGrants(List.of(payment.grant()));
        var planned = all.stream()
                .filter(one -> one.state() == Payment.State.PLANNED)
                .map(Payment::batch)
                .findFirst();
        if (planned.isPresent()) {
            return new Outcome.InBatch(planned.get());
        }
        if (batches.hasEnded(payment.fund())) {
            return new Outcome.FundEnded();
        }
        var recovering = recoveries.ofGrant(payment.grant()).stream()
                .filter(Recovery::isOpen)
                .findFirst();
        if (takesBack(payment, proposal) && recovering.isPresent()) {
            return new Outcome.Recovered(recovering.get().id());
        }
        settlements.decide(office, settlement.id(), Settlements.State.SETTLED);
        try {
            payments.answer(payment, enter(office, settlement, proposal, payment));
        } catch (PaymentBooks.BankShort e) {
            return new Outcome.BankShort();
        }
        moveGrant(payment);
        if (payment.batch() != null) {
            batches.settle(payment.batch(), OffsetDateTime.now(clock));
        }
        audit.explain(new Detail(proposal.words(), List.of()));
        return new Outcome.Settled(payment.id());
    }

    /** Whether less stays paid than was entered; what was paid twice comes back first. */
    private static boolean takesBack(Payment payment, Proposal proposal) {
        var known = payment.result();
        return known != null && proposal.paid().compareTo(known.paid().minus(known.over())) < 0;
    }

    private Payment.Result enter(Actor.Office office, Settlement settlement, Proposal proposal, Payment payment) {
        var known = payment.result();
        var paid = proposal.paid();
        var words = proposal.words();
        if (known == null) {
            var used = books.answered(office, payment, paid, proposal.on());
            return new Payment.Result(paid, used, Money.ZERO, proposal.on(), words);
        }
        return paid.compareTo(known.paid()) >= 0
                ? more(office, settlement.id(), proposal, payment, known)
                : less(office, settlement.id(), proposal, payment, known);
    }

    /** What is still promised bears it; what was paid another way meanwhile was paid twice. */
    private Payment.Result more(
            Actor.Office office, UUID settlement, Proposal proposal, Payment payment, Payment.Result known) {
        var more = proposal.paid().minus(known.paid());
        var lots = payment.shares().list().stream().map(Share::lot).toList();
        var borne = grants.left(List.of(payment.grant()))
                .getOrDefault(payment.grant(), Shares.NONE)
                .of(lots)
                .first(more);
        var over = more.minus(borne.total());
        books.paidAfterAll(office, payment, settlement, borne, proposal.on());
        books.overpaid(office, payment, settlement, over, proposal.on());
        return new Payment.Result(
                proposal.paid(), known.used().plus(borne), known.over().plus(over), proposal.on(), proposal.words());
    }

    /**
     * What was paid twice and is still owed comes back first; what a recovery entered as come back of this payment's sources is entered already, and
     * stays paid here.
     */
    private Payment.Result less(
            Actor.Office office, UUID settlement, Proposal proposal, Payment payment, Payment.Result known) {
        var back = known.paid().minus(proposal.paid());
        var owed = overpaid.owed(payment.id());
        var over = back.compareTo(owed) < 0 ? back : owed;
        var latest = new ArrayList<>(known.used().list());
        Collections.reverse(latest);
        var entered = repayments.ofGrant(payment.grant()).within(known.used());
        var ended = known.over().minus(owed); // entered as back by its paper, or written off: not a second time
        var rest = back.minus(over).fen() - ended.fen() - entered.total().fen();
        var unused = new Shares(latest).minus(entered).first(new Money(Math.max(0, rest)));
        books.overpaidBack(office, payment, settlement, over, proposal.on());
        books.backAfterAll(office, payment, settlement, unused, proposal.on());
        return new Payment.Result(
                known.paid().minus(over).minus(unused.total()),
                known.used().minus(unused),
                known.over().minus(over),
                proposal.on(),
                proposal.words());
    }

    /** A payment that is still with the bank decides for itself. */
    private void moveGrant(Payment payment) {
        boolean underWay =
                payments.ofGrants(List.of(payment.grant())).stream().anyMatch(one -> one.state() == Payment.State.SENT);
        if (underWay) {
            return;
        }
        var grant = grants.find(payment.grant()).orElseThrow();
        var left = grants.left(List.of(payment.grant())).getOrDefault(payment.grant(), Shares.NONE);
        if (left.total().isPositive()) {
            move(grant, GrantState.RETURNED, left.total());
        } else if (grant.state() != GrantState.CANCELLED) {
            move(grant, GrantState.PAID, payment.amount());
        }
    }

    /** What is new for him he is told; that the bank's paper only confirms what he knows, he is not. */
    private void move(Grants.Grant grant, GrantState to, Money amount) {
        grants.move(List.of(grant.id()), to);
        if (grant.state() == to) {
            return;
        }
        if (to == GrantState.PAID) {
            news.paid(grant, amount);
        } else {
            news.returned(grant, amount);
        }
    }
}
