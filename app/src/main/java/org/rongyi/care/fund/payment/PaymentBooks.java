package org.rongyi.care.fund.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.stereotype.Component;

/**
 * 拨付的账: what is entered when money goes to the bank, is paid, comes back, or is handed over. Each has a key that makes it
 * happen once. Called with the fund locked, in the act's transaction.
 */
@Component
public class PaymentBooks {

    private final Ledger ledger;
    private final Journal journal;
    private final Clock clock;

    PaymentBooks(Ledger ledger, Journal journal, Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    /** The bank account holds less than it is said to have paid: what came in must be entered first. */
    public static final class BankShort extends RuntimeException {

        BankShort() {
            super(null, null, false, false);
        }
    }

    /** What the bank account holds beyond what is owed already. */
    public Money free(UUID fund) {
        var balances = journal.balances(fund);
        return new Money(balances.getOrDefault(AccountKind.BANK, 0L) + balances.getOrDefault(AccountKind.OWED, 0L));
    }

    /** 拨付: from promised to on its way, once for the whole batch. */
    void release(Actor.Office by, Batch batch, Shares shares) {
        var lines = new Posting.Lines()
                .money(AccountKind.AID_COST, AccountKind.OWED, shares.total())
                .use(AccountKind.COMMITTED, AccountKind.IN_PAYMENT, shares.list());
        enter(
                by,
                on -> new Posting(
                        batch.fund(),
                        EntryKind.RELEASE,
                        "release:" + batch.id(),
                        on,
                        batch.id(),
                        null,
                        "拨付批次 " + batch.number() + "，" + batch.count() + " 笔",
                        lines.list()),
                LocalDate.now(clock));
    }

    /** 付讫 what was paid, 退汇 what was not. Answers which sources bear what was paid. */
    public Shares answered(Actor.Office by, Payment payment, Money paid, LocalDate on) {
        var used = payment.shares().first(paid);
        var back = payment.shares().minus(used);
        if (!used.list().isEmpty()) {
            var lines = new Posting.Lines()
                    .money(AccountKind.OWED, AccountKind.BANK, used.total())
                    .use(AccountKind.IN_PAYMENT, AccountKind.SPENT, used.list());
            enter(by, payment, EntryKind.PAID, "paid:" + payment.id(), lines, on);
        }
        if (!back.list().isEmpty()) {
            backFromCost(
                    by,
                    payment,
                    "bounced:" + payment.id(),
                    new Back(AccountKind.OWED, AccountKind.IN_PAYMENT, back),
                    on);
        }
        return used;
    }

    /** 认定: more was paid than was entered before; the sources bear it. */
    public void paidAfterAll(Actor.Office by, Payment payment, UUID settlement, Shares more, LocalDate on) {
        if (!more.list().isEmpty()) {
            var lines = new Posting.Lines()
                    .money(AccountKind.AID_COST, AccountKind.BANK, more.total())
                    .use(AccountKind.COMMITTED, AccountKind.SPENT, more.list());
            enter(by, payment, EntryKind.PAID, "settled:" + settlement + ":paid", lines, on);
        }
    }

    /** 认定: what was entered as paid came back. */
    public void backAfterAll(Actor.Office by, Payment payment, UUID settlement, Shares back, LocalDate on) {
        if (!back.list().isEmpty()) {
            backFromCost(
                    by,
                    payment,
                    "settled:" + settlement + ":back",
                    new Back(AccountKind.BANK, AccountKind.SPENT, back),
                    on);
        }
    }

    /** 重付: the bank paid what had been paid another way meanwhile. No source bears it; it is to be had back. */
    public void overpaid(Actor.Office by, Payment payment, UUID settlement, Money over, LocalDate on) {
        if (over.isPositive()) {
            var lines = new Posting.Lines().money(AccountKind.RECEIVABLE, AccountKind.BANK, over);
            enter(by, payment, EntryKind.OVERPAID, "settled:" + settlement + ":over", lines, on);
        }
    }

    /** 重付 that came back. */
    public void overpaidBack(Actor.Office by, Payment payment, UUID settlement, Money back, LocalDate on) {
        if (back.isPositive()) {
            var lines = new Posting.Lines().money(AccountKind.BANK, AccountKind.RECEIVABLE, back);
            enter(by, payment, EntryKind.OVERPAID_BACK, "settled:" + settlement + ":over-back", lines, on);
        }
    }

    /** 重付 that somebody gave back; the record of it is what the entry rests on. */
    public void overpaidReturned(Actor.Office by, Payment payment, UUID record, Money back, LocalDate day) {
        var lines = new Posting.Lines().money(AccountKind.BANK, AccountKind.RECEIVABLE, back);
        over(by, payment, EntryKind.OVERPAID_BACK, record, lines, day);
    }

    /** 重付 that never comes back. */
    public void overpaidOff(Actor.Office by, Payment payment, UUID record, Money off, LocalDate day) {
        var lines = new Posting.Lines().money(AccountKind.AID_COST, AccountKind.RECEIVABLE, off);
        over(by, payment, EntryKind.WRITTEN_OFF, record, lines, day);
    }

    private void over(
            Actor.Office by, Payment payment, EntryKind kind, UUID record, Posting.Lines lines, LocalDate day) {
        enter(
                by,
                on -> new Posting(
                        payment.fund(),
                        kind,
                        "over:" + record,
                        on,
                        record,
                        null,
                        words(payment, kind) + (on.equals(day) ? "" : "，发生于 " + day),
                        lines.list()),
                day);
    }

    /** 签收: goods of the store, or cash drawn for it, in the recipient's hand. */
    public void handedOut(Actor.Office by, Payment payment, LocalDate on) {
        var from = payment.way() == Payment.Way.GOODS ? AccountKind.GOODS : AccountKind.BANK;
        var lines = new Posting.Lines()
                .money(AccountKind.AID_COST, from, payment.amount())
                .use(AccountKind.COMMITTED, AccountKind.SPENT, payment.shares().list());
        var kind = payment.way() == Payment.Way.GOODS ? EntryKind.HANDED_OUT : EntryKind.PAID;
        enter(by, payment, kind, "handed:" + payment.id(), lines, on);
    }

    /** 收回: what was entered as handed over was not; it is promised again, and lies where it was taken from. */
    public void takenBack(Actor.Office by, Payment payment, LocalDate on) {
        var from = payment.way() == Payment.Way.GOODS ? AccountKind.GOODS : AccountKind.BANK;
        backFromCost(
                by, payment, "taken-back:" + payment.id(), new Back(from, AccountKind.SPENT, payment.shares()), on);
    }

    /** 解除承诺: what is left of a grant is free again for others. */
    void uncommit(Actor.Office by, Grants.Grant grant, Shares left, String reason) {
        int times = timesFreed(List.of(grant.id())).getOrDefault(grant.id(), 0);
        enter(by, on -> uncommitting(grant, left, times, reason, on), LocalDate.now(clock));
    }

    /** How often each was freed before: what the bank sends back of a freed grant may be freed once more. */
    Map<UUID, Integer> timesFreed(Collection<UUID> grants) {
        return journal.counts(grants, EntryKind.UNCOMMIT);
    }

    static Posting uncommitting(Grants.Grant grant, Shares left, int times, String reason, LocalDate on) {
        var lines = new Posting.Lines().use(AccountKind.COMMITTED, AccountKind.AVAILABLE, left.list());
        return new Posting(
                grant.fund(),
                EntryKind.UNCOMMIT,
                "uncommit:" + grant.id() + (times == 0 ? "" : ":" + (times + 1)),
                on,
                grant.id(),
                null,
                "解除承诺，案号 " + grant.caseNumber() + "：" + reason,
                lines.list());
    }

    /** What comes back: into which account, and from how far it was used. */
    private record Back(AccountKind debit, AccountKind used, Shares shares) {}

    /** The cost of the year is less by what it was charged with for this payment; the rest was another year's, and 净资产 are more. */
    private void backFromCost(Actor.Office by, Payment payment, String key, Back back, LocalDate day) {
        var kind = payment.way() == Payment.Way.BANK ? EntryKind.BOUNCED : EntryKind.TAKEN_BACK;
        enter(by, on -> posting(payment, kind, key, lines(payment, back, on.getYear()), on, day), day);
    }

    private Posting.Lines lines(Payment payment, Back back, int year) {
        var amount = back.shares().total();
        var charged = new Money(Math.clamp(charged(payment, year), 0, amount.fen()));
        var lines = new Posting.Lines();
        if (charged.isPositive()) {
            lines.money(back.debit(), AccountKind.AID_COST, charged);
        }
        if (amount.compareTo(charged) > 0) {
            lines.money(back.debit(), AccountKind.NET_ASSETS, amount.minus(charged));
        }
        return lines.use(back.used(), AccountKind.COMMITTED, back.shares().list());
    }

    /** What a year's cost was charged with for a payment: its part of the batch, and what was entered for itself. */
    public long charged(Payment payment, int year) {
        long released = journal.isEntered(payment.batch(), EntryKind.RELEASE, year)
                ? payment.amount().fen()
                : 0;
        return released + journal.sum(payment.id(), AccountKind.AID_COST, year);
    }

    private void enter(
            Actor.Office by, Payment payment, EntryKind kind, String key, Posting.Lines lines, LocalDate day) {
        enter(by, on -> posting(payment, kind, key, lines, on, day), day);
    }

    private static Posting posting(
            Payment payment, EntryKind kind, String key, Posting.Lines lines, LocalDate on, LocalDate day) {
        return new Posting(
                payment.fund(),
                kind,
                key,
                on,
                payment.id(),
                null,
                words(payment, kind) + (on.equals(day) ? "" : "，发生于 " + day),
                lines.list());
    }

    private static String words(Payment payment, EntryKind kind) {
        return kind.zh() + "，拨付号 " + payment.reference();
    }

    /** On its own day; on today's when the books of that day are closed. */
    private void enter(Actor.Office by, Function<LocalDate, Posting> posting, LocalDate day) {
        for (var on : List.of(day, LocalDate.now(clock))) {
            switch (ledger.post(by, posting.apply(on))) {
                case Posted.Entered ignored -> {
                    return;
                }
                case Posted.Short(var account) -> {
                    if (account == AccountKind.BANK) {
                        throw new BankShort();
                    }
                    throw new IllegalStateException("short of " + account + ": payments and books disagree");
                }
                case Posted.Repeated ignored -> throw new IllegalStateException("entered before");
                case Posted.Closed ignored -> {
                    continue;
                }
            }
        }
        throw new IllegalStateException("the books of this year are closed");
    }
}
