package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.CounterEntries;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.recovery.Repayments.Repayment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.stereotype.Component;

/**
 * 追回的账. What was decided to come back is owed (应收退回款); what comes back is in the bank, and free again at the source that
 * bore it; what is written off is cost again. Until it is back its source counts it as spent. Called with the fund locked.
 */
@Component
class RecoveryBooks {

    private final Ledger ledger;
    private final Journal journal;
    private final CounterEntries counter;
    private final Payments payments;
    private final PaymentBooks charges;
    private final Recoveries recoveries;
    private final Clock clock;

    RecoveryBooks(
            Ledger ledger,
            Journal journal,
            CounterEntries counter,
            Payments payments,
            PaymentBooks charges,
            Recoveries recoveries,
            Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.counter = counter;
        this.payments = payments;
        this.charges = charges;
        this.recoveries = recoveries;
        this.clock = clock;
    }

    /** 追回挂账: the cost of this year is less by what it bore of this grant; the rest was another year's, and 净资产 are more. */
    void ordered(Actor.Office by, Recovery recovery) {
        var key = "recovery:" + recovery.id();
        var amount = recovery.amount();
        enter(
                by,
                recovery,
                EntryKind.RECOVERY_DUE,
                key,
                recovery.id(),
                on -> lessCost(recovery, amount, on),
                LocalDate.now(clock),
                EntryKind.RECOVERY_DUE.zh());
    }

    /** What a year's cost bears of a grant: what was paid, less what was recovered of it before. */
    private long charged(UUID grant, int year) {
        return payments.ofGrants(List.of(grant)).stream()
                        .mapToLong(payment -> charges.charged(payment, year))
                        .sum()
                + recoveries.ofGrant(grant).stream()
                        .mapToLong(one -> journal.sum(one.id(), AccountKind.AID_COST, year))
                        .sum();
    }

    /** 追回: goods into the store, money into the bank. */
    void repaid(Actor.Office by, Recovery recovery, boolean inKind, Repayment repayment) {
        var lines = new Posting.Lines()
                .money(
                        inKind ? AccountKind.GOODS : AccountKind.BANK,
                        AccountKind.RECEIVABLE,
                        repayment.shares().total())
                .use(
                        AccountKind.SPENT,
                        AccountKind.AVAILABLE,
                        repayment.shares().list());
        enter(
                by,
                recovery,
                EntryKind.RECOVERED,
                "repayment:" + repayment.id(),
                repayment.id(),
                ignored -> lines,
                repayment.on(),
                EntryKind.RECOVERED.zh());
    }

    /**
     * 核销后退回: as much less is written off, and the money is in. The cost of that year is less as far as it was charged for this
     * grant; the rest was another year's.
     */
    void lateRepaid(Actor.Office by, Recovery recovery, boolean inKind, Repayment repayment) {
        var amount = repayment.shares().total();
        enter(
                by,
                recovery,
                EntryKind.WRITTEN_OFF,
                lateKey(repayment),
                recovery.id(),
                on -> lessCost(recovery, amount, on),
                repayment.on(),
                "核销后退回，冲减核销");
        repaid(by, recovery, inKind, repayment);
    }

    /** 核销后退回 that was none: as much is written off again, against what it was taken off. Called when it is owed again. */
    void lateTakenBack(Actor.Office by, Recovery recovery, Repayment repayment) {
        var entry = journal.ofKey(lateKey(repayment)).orElseThrow();
        var back = counter.to(entry, "核销后退回登记错了，仍记核销，追回号 " + recovery.number());
        var posting = new Posting(
                back.fund(),
                EntryKind.WRITTEN_OFF,
                lateKey(repayment) + ":off",
                back.happenedOn(),
                recovery.id(),
                null,
                back.words(),
                back.lines());
        if (!(ledger.post(by, posting) instanceof Posted.Entered)) {
            throw new IllegalStateException("owed again, and not to be written off: recoveries and books disagree");
        }
    }

    private static String lateKey(Repayment repayment) {
        return "late:" + repayment.id();
    }

    private Posting.Lines lessCost(Recovery recovery, Money amount, LocalDate on) {
        var cost = new Money(Math.clamp(charged(recovery.grant(), on.getYear()), 0, amount.fen()));
        var lines = new Posting.Lines();
        if (cost.isPositive()) {
            lines.money(AccountKind.RECEIVABLE, AccountKind.AID_COST, cost);
        }
        if (amount.compareTo(cost) > 0) {
            lines.money(AccountKind.RECEIVABLE, AccountKind.NET_ASSETS, amount.minus(cost));
        }
        return lines;
    }

    /** 核销. */
    void writtenOff(Actor.Office by, Recovery recovery) {
        var lines = new Posting.Lines().money(AccountKind.AID_COST, AccountKind.RECEIVABLE, recovery.owed());
        enter(
                by,
                recovery,
                EntryKind.WRITTEN_OFF,
                "recovery:" + recovery.id() + ":off",
                recovery.id(),
                ignored -> lines,
                LocalDate.now(clock),
                EntryKind.WRITTEN_OFF.zh());
    }

    /** On its own day; on today's when the books of that day are closed. */
    private void enter(
            Actor.Office by,
            Recovery recovery,
            EntryKind kind,
            String key,
            UUID subject,
            Function<LocalDate, Posting.Lines> lines,
            LocalDate day,
            String what) {
        for (var on : List.of(day, LocalDate.now(clock))) {
            var words = what + "，追回号 " + recovery.number() + (on.equals(day) ? "" : "，发生于 " + day);
            var posting = new Posting(
                    recovery.fund(),
                    kind,
                    key,
                    on,
                    subject,
                    null,
                    words,
                    lines.apply(on).list());
            switch (ledger.post(by, posting)) {
                case Posted.Entered ignored -> {
                    return;
                }
                case Posted.Short(var account) ->
                    throw new IllegalStateException("short of " + account + ": recoveries and books disagree");
                case Posted.Repeated ignored -> throw new IllegalStateException("entered before");
                case Posted.Closed ignored -> {
                    continue;
                }
            }
        }
        throw new IllegalStateException("the books of this year are closed");
    }
}
