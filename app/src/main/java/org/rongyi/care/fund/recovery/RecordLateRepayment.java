package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 登记核销后退回: what was written off has come after all, with the bank's slip; another enters it into the books. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordLateRepayment implements Act<RecordLateRepayment.Command, RecordLateRepayment.Outcome> {

    private static final int LONGEST = 100;

    private final RecoveryHold hold;
    private final LateRepayments late;
    private final Repayments repayments;
    private final PaymentBatches batches;
    private final DraftFiles drafts;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    RecordLateRepayment(
            RecoveryHold hold,
            LateRepayments late,
            Repayments repayments,
            PaymentBatches batches,
            DraftFiles drafts,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.hold = hold;
        this.late = late;
        this.repayments = repayments;
        this.batches = batches;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @param document the bank's slip, the receipt, by its number */
    public record Command(CommandId id, UUID recovery, Money amount, LocalDate on, String document)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Recorded(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record NotWrittenOff() implements Outcome, Refused {}

        record AlreadyProposed() implements Outcome, Refused {}

        /** @param owed what was written off and is not back */
        record MoreThanOwed(Money owed) implements Outcome, Refused {}

        /** Before it was written off, or after today. */
        record WrongDay() implements Outcome, Refused {}

        /** The slip's number is not written down. */
        record NoNumber() implements Outcome, Refused {}

        /** The same slip, amount and day count already. */
        record EnteredBefore() implements Outcome, Refused {}

        /** No slip is attached. */
        record NoPaper() implements Outcome, Refused {}

        /** Nothing is entered in its books any more. */
        record FundEnded() implements Outcome, Refused {}

        record NotKept(String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.take(office, command.recovery());
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        var objection = objection(office, command, held.get());
        return objection != null ? objection : record(office, command, held.get());
    }

    private @Nullable Outcome objection(Actor.Office office, Command command, Recovery recovery) {
        if (repayments.isEntered(recovery.id(), command.amount(), command.on(), command.document())) {
            return new Outcome.EnteredBefore();
        }
        var waiver = recovery.waiver();
        if (recovery.state() != Recovery.State.WRITTEN_OFF || waiver == null || waiver.on() == null) {
            return new Outcome.NotWrittenOff();
        }
        if (late.waitingOf(recovery.id()).isPresent()) {
            return new Outcome.AlreadyProposed();
        }
        if (!command.amount().isPositive() || command.amount().compareTo(recovery.owed()) > 0) {
            return new Outcome.MoreThanOwed(recovery.owed());
        }
        if (command.on().isBefore(waiver.on()) || command.on().isAfter(LocalDate.now(clock))) {
            return new Outcome.WrongDay();
        }
        if (command.document().isBlank() || command.document().length() > LONGEST) {
            return new Outcome.NoNumber();
        }
        var secret = secrets.look("document", command.document());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (batches.hasEnded(recovery.fund())) {
            return new Outcome.FundEnded();
        }
        return drafts.list(office, command.id()).isEmpty() ? new Outcome.NoPaper() : null;
    }

    private Outcome record(Actor.Office office, Command command, Recovery recovery) {
        var by = new Recovery.Hand(office.account(), office.actingFor(), Recoveries.name(office));
        audit.said("核销后的退回", command.amount().text() + " 元，待确认");
        late.add(
                office,
                recovery,
                new LateRepayments.Late(
                        Ids.next(),
                        command.amount(),
                        command.on(),
                        command.document().strip(),
                        LateRepayments.State.PROPOSED,
                        by,
                        null));
        var owner = new AttachmentOwner(OpenRecovery.OWNER_KIND, recovery.id(), recovery.code(), recovery.person());
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)) {
            return new Outcome.NotKept(why);
        }
        return new Outcome.Recorded(recovery.id());
    }
}
