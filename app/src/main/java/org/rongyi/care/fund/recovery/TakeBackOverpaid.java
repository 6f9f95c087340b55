package org.rongyi.care.fund.recovery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.ledger.CounterEntries;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.payment.PaymentBatches;
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
 * 冲回重付收回: what was entered as had back was not, or of something else; or what was written off has come after all. By somebody
 * else, with the reason; it is to be had back again, and the bank account holds, or the cost is, so much less.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class TakeBackOverpaid implements Act<TakeBackOverpaid.Command, TakeBackOverpaid.Outcome> {

    private static final int LONGEST = 200;

    private final RecoveryHold hold;
    private final PaymentBatches batches;
    private final Overpaid overpaid;
    private final Journal journal;
    private final Ledger ledger;
    private final CounterEntries counter;
    private final Secrets secrets;
    private final AuditTrail audit;

    TakeBackOverpaid(
            RecoveryHold hold,
            PaymentBatches batches,
            Overpaid overpaid,
            Journal journal,
            Ledger ledger,
            CounterEntries counter,
            Secrets secrets,
            AuditTrail audit) {
        this.hold = hold;
        this.batches = batches;
        this.overpaid = overpaid;
        this.journal = journal;
        this.ledger = ledger;
        this.counter = counter;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** @param over what was entered, by its own id */
    public record Command(CommandId id, UUID payment, UUID over, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record TakenBack(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** 不相容岗位: who entered it, or wrote it off, does not take it back. */
        record OwnEntry() implements Outcome, Refused {}

        record ReversedBefore() implements Outcome, Refused {}

        /** Nothing is entered in its books any more. */
        record FundEnded() implements Outcome, Refused {}

        /** The bank account holds less than was entered as had back: it was paid out since. */
        record UsedSince() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var payment = hold.takePayment(office, command.payment());
        if (payment.isEmpty()) {
            return new Outcome.NotFound();
        }
        var ended = overpaid.of(command.payment()).stream()
                .filter(one -> one.over().id().equals(command.over()))
                .findFirst();
        if (ended.isEmpty()) {
            return new Outcome.NotFound();
        }
        return wrong(office, command, payment.get().fund(), ended.get())
                .orElseGet(() -> takeBack(office, command, ended.get()));
    }

    private Optional<Outcome> wrong(Actor.Office office, Command command, UUID fund, Overpaid.Ended ended) {
        if (!ended.mayBeTakenBack()) {
            return Optional.of(new Outcome.ReversedBefore());
        }
        if (ended.by().isOf(office)) {
            return Optional.of(new Outcome.OwnEntry());
        }
        if (batches.hasEnded(fund)) {
            return Optional.of(new Outcome.FundEnded());
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return Optional.of(new Outcome.NoReason());
        }
        return secrets.look("words", command.words()).map(Outcome.LooksSecret::new);
    }

    private Outcome takeBack(Actor.Office office, Command command, Overpaid.Ended ended) {
        var kind = ended.isOff() ? EntryKind.WRITTEN_OFF : EntryKind.OVERPAID_BACK;
        var entry = journal.ofSubject(command.over(), kind).orElseThrow();
        switch (ledger.post(office, counter.to(entry, ended.isOff() ? "重付核销以后又收到" : "重付收回登记错了"))) {
            case Posted.Short ignored -> {
                return new Outcome.UsedSince();
            }
            case Posted.Repeated ignored -> throw new IllegalStateException("taken back in the books alone");
            case Posted.Closed(var year) -> throw new IllegalStateException("the books of " + year + " are closed");
            case Posted.Entered ignored -> {}
        }
        overpaid.takeBack(office, command.over(), command.words().strip());
        audit.explain(new Detail(command.words(), List.of()));
        return new Outcome.TakenBack(command.payment());
    }
}
