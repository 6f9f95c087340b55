package org.rongyi.care.fund.recovery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.ledger.CounterEntries;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.payment.Givers;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.recovery.Repayments.Repayment;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 冲回退回: takes a wrongly entered repayment back by its counter-entry, by somebody else than who entered it, with the reason (会计法
 * 第 15 条). It is owed again; a recovery it had closed is open again, and the person is told. What had come after it was written off
 * is written off again.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class TakeBackRepayment implements Act<TakeBackRepayment.Command, TakeBackRepayment.Outcome> {

    private static final int LONGEST = 200;

    private final RecoveryHold hold;
    private final Recoveries recoveries;
    private final Repayments repayments;
    private final LateRepayments lateOnes;
    private final RecoveryBooks books;
    private final PaymentBatches batches;
    private final Grants grants;
    private final Givers givers;
    private final Journal journal;
    private final Ledger ledger;
    private final CounterEntries counter;
    private final RecoveryNews news;
    private final Secrets secrets;
    private final AuditTrail audit;

    TakeBackRepayment(
            RecoveryHold hold,
            Recoveries recoveries,
            Repayments repayments,
            LateRepayments lateOnes,
            RecoveryBooks books,
            PaymentBatches batches,
            Grants grants,
            Givers givers,
            Journal journal,
            Ledger ledger,
            CounterEntries counter,
            RecoveryNews news,
            Secrets secrets,
            AuditTrail audit) {
        this.hold = hold;
        this.recoveries = recoveries;
        this.repayments = repayments;
        this.lateOnes = lateOnes;
        this.books = books;
        this.batches = batches;
        this.grants = grants;
        this.givers = givers;
        this.journal = journal;
        this.ledger = ledger;
        this.counter = counter;
        this.news = news;
        this.secrets = secrets;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID recovery, UUID repayment, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record TakenBack(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** 不相容岗位: who entered it, or confirmed what came late, does not take it back. */
        record OwnEntry() implements Outcome, Refused {}

        record ReversedBefore() implements Outcome, Refused {}

        /** Somebody proposed to write the rest off, or it is written off: what is written off rests on what came back. */
        record WriteOff() implements Outcome, Refused {}

        /** Another recovery of the same grant is open: this one would be the second. */
        record AlreadyOpen() implements Outcome, Refused {}

        /** Nothing is entered in its books any more. */
        record FundEnded() implements Outcome, Refused {}

        /** What came back was promised or spent since. */
        record UsedSince() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.take(office, command.recovery());
        var found = held.flatMap(recovery -> repayments.of(recovery.id()).stream()
                .filter(one -> one.id().equals(command.repayment()))
                .findFirst());
        if (held.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        return wrong(office, command, held.get(), found.get())
                .orElseGet(() -> takeBack(office, command, held.get(), found.get()));
    }

    private Optional<Outcome> wrong(Actor.Office office, Command command, Recovery recovery, Repayment repayment) {
        if (!repayment.counts()) {
            return Optional.of(new Outcome.ReversedBefore());
        }
        var late = lateOnes.ofRepayment(recovery, repayment.id());
        if (repayment.by().isOf(office)
                || late.filter(one -> one.isTouchedBy(office)).isPresent()) {
            return Optional.of(new Outcome.OwnEntry());
        }
        if (recovery.waiver() != null && late.isEmpty()) {
            return Optional.of(new Outcome.WriteOff());
        }
        if (late.isEmpty()
                && recoveries.ofGrant(recovery.grant()).stream()
                        .anyMatch(one -> one.isOpen() && !one.id().equals(recovery.id()))) {
            return Optional.of(new Outcome.AlreadyOpen());
        }
        if (batches.hasEnded(recovery.fund())) {
            return Optional.of(new Outcome.FundEnded());
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return Optional.of(new Outcome.NoReason());
        }
        return secrets.look("words", command.words()).map(Outcome.LooksSecret::new);
    }

    private Outcome takeBack(Actor.Office office, Command command, Recovery recovery, Repayment repayment) {
        var entry = journal.ofSubject(repayment.id(), EntryKind.RECOVERED).orElseThrow();
        var posted = ledger.post(office, counter.to(entry, "追回号 " + recovery.number() + "，退回登记错了"));
        switch (posted) {
            case Posted.Short ignored -> {
                return new Outcome.UsedSince();
            }
            case Posted.Repeated ignored -> throw new IllegalStateException("taken back in the books alone");
            case Posted.Closed(var year) -> throw new IllegalStateException("the books of " + year + " are closed");
            case Posted.Entered ignored -> {}
        }
        var amount = repayment.shares().total();
        if (lateOnes.ofRepayment(recovery, repayment.id()).isPresent()) {
            lateOnes.moreWrittenOff(recovery.id(), amount);
            books.lateTakenBack(office, recovery, repayment);
            news.lateAgain(recovery, amount);
        } else {
            recoveries.takeBack(recovery.id(), amount);
            news.again(recoveries.find(recovery.id()).orElseThrow());
        }
        givers.again(grants.find(recovery.grant()).orElseThrow(), amount);
        repayments.takeBack(office, repayment.id(), command.words().strip());
        audit.explain(new Detail(command.words(), List.of()));
        return new Outcome.TakenBack(recovery.id());
    }

    /** Its source has promised what came back. */
    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("lot_never_below_zero") ? new Outcome.UsedSince() : Act.super.lost(constraint);
    }
}
