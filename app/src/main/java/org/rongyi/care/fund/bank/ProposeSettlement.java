package org.rongyi.care.fund.bank;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 提出认定: what became of a payment the bank says nothing, or two things of, with the bank's written answer. Another one settles
 * it; until then nothing is entered and nothing is paid again.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ProposeSettlement implements OfficeAct<ProposeSettlement.Command, ProposeSettlement.Outcome> {

    /** The record the bank's answer hangs on. */
    public static final String OWNER_KIND = "fund.settlement";

    private static final int LONGEST = 200;

    private final Funds funds;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Settlements settlements;
    private final DraftFiles drafts;
    private final AuditTrail audit;
    private final Clock clock;
    private final Secrets secrets;

    ProposeSettlement(
            Funds funds,
            PaymentBatches batches,
            Payments payments,
            Settlements settlements,
            DraftFiles drafts,
            AuditTrail audit,
            Clock clock,
            Secrets secrets) {
        this.funds = funds;
        this.secrets = secrets;
        this.batches = batches;
        this.payments = payments;
        this.settlements = settlements;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param paid what the bank paid in truth; nothing when it did not */
    public record Command(CommandId id, UUID payment, Money paid, LocalDate on, String words)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** The bank answered, and says nothing else: there is nothing to settle. */
        record NothingToSettle() implements Outcome, Refused {}

        record AlreadyProposed() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** The bank's written answer is not attached. */
        record NoPaper() implements Outcome, Refused {}

        /** More than was ordered. */
        record OtherSum(Money ordered) implements Outcome, Refused {}

        /** Before it went to the bank, or after today. */
        record WrongDay() implements Outcome, Refused {}

        /** The file cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = payments.find(command.payment())
                .filter(payment -> batches.ownFund(office, payment.fund()).isPresent());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(found.get().fund());
        var payment = payments.find(command.payment()).orElseThrow();
        var open = settlements.openOf(payment.id());
        if (open.isEmpty() && payment.state() != Payment.State.SENT) {
            return new Outcome.NothingToSettle();
        }
        if (open.filter(one -> one.state() == Settlements.State.PROPOSED).isPresent()) {
            return new Outcome.AlreadyProposed();
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (command.paid().compareTo(payment.amount()) > 0) {
            return new Outcome.OtherSum(payment.amount());
        }
        if (command.on().isAfter(LocalDate.now(clock)) || command.on().isBefore(released(payment))) {
            return new Outcome.WrongDay();
        }
        return drafts.list(office, command.id()).isEmpty()
                ? new Outcome.NoPaper()
                : propose(office, command, payment, open.isEmpty());
    }

    private LocalDate released(Payment payment) {
        var batch =
                payment.batch() == null ? null : batches.find(payment.batch()).orElse(null);
        return batch == null || batch.released() == null
                ? LocalDate.MIN
                : batch.released().at().atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private Outcome propose(Actor.Office office, Command command, Payment payment, boolean unknown) {
        if (unknown) {
            settlements.addUnknown(payment);
        }
        var id = settlements.openOf(payment.id()).orElseThrow().id();
        settlements.propose(
                id,
                new Settlements.Proposal(
                        command.paid(),
                        command.on(),
                        command.words().strip(),
                        office.account(),
                        office.actingFor(),
                        office.name() + "（" + office.unitName() + "）"));
        var owner = new AttachmentOwner(OWNER_KIND, id, payment.code(), null);
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)) {
            return new Outcome.NotKept(why);
        }
        audit.explain(new Detail(command.words(), List.of()));
        return new Outcome.Proposed(payment.id());
    }
}
