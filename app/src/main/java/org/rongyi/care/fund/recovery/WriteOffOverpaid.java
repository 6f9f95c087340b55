package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 核销重付: what was paid twice never comes back, and is cost. By a 负责人 who had no hand in saying that it was paid twice and took
 * nothing of it back, with the reason.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class WriteOffOverpaid implements Act<WriteOffOverpaid.Command, WriteOffOverpaid.Outcome> {

    private static final int LONGEST = 500;

    private final RecoveryHold hold;
    private final Overpaid overpaid;
    private final PaymentBooks books;
    private final AuditTrail audit;
    private final Clock clock;
    private final Secrets secrets;

    WriteOffOverpaid(
            RecoveryHold hold, Overpaid overpaid, PaymentBooks books, AuditTrail audit, Clock clock, Secrets secrets) {
        this.secrets = secrets;
        this.hold = hold;
        this.overpaid = overpaid;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID payment, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record WrittenOff(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing of it is outstanding. */
        record NotOwed() implements Outcome, Refused {}

        /** 不相容岗位: who settled that it was paid twice, or took back what came of it, does not write it off. */
        record OwnProposal() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.takePayment(office, command.payment());
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        var payment = held.get();
        Money owed = overpaid.owed(payment.id());
        if (!owed.isPositive()) {
            return new Outcome.NotOwed();
        }
        if (overpaid.isTouchedBy(office, payment.id())) {
            return new Outcome.OwnProposal();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var over = new Overpaid.Over(
                command.id().value(),
                Overpaid.Kind.OFF,
                owed,
                LocalDate.now(clock),
                command.reason().strip());
        overpaid.add(office, payment, over);
        books.overpaidOff(office, payment, over.id(), owed, over.on());
        audit.explain(new Detail(command.reason(), java.util.List.of()));
        return new Outcome.WrittenOff(payment.id());
    }
}
