package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 登记重付收回: what the bank paid twice is back in the account, by the recipient or by the bank, all of it or a part. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordOverpaidBack implements Act<RecordOverpaidBack.Command, RecordOverpaidBack.Outcome> {

    private static final int LONGEST = 100;

    private final RecoveryHold hold;
    private final Overpaid overpaid;
    private final PaymentBooks books;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    RecordOverpaidBack(
            RecoveryHold hold, Overpaid overpaid, PaymentBooks books, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.hold = hold;
        this.overpaid = overpaid;
        this.books = books;
        this.clock = clock;
    }

    /** @param document the bank's slip, by its number */
    public record Command(CommandId id, UUID payment, Money amount, LocalDate on, String document)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param owed what is still to come */
        record Recorded(UUID subject, Money owed) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record MoreThanOwed(Money owed) implements Outcome, Refused {}

        /** After today, or before it was paid. */
        record WrongDay() implements Outcome, Refused {}

        record NoPaper() implements Outcome, Refused {}

        /** The same slip, amount and day count already. */
        record EnteredBefore() implements Outcome, Refused {}

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
        if (isEntered(command)) {
            return new Outcome.EnteredBefore();
        }
        var owed = overpaid.owed(payment.id());
        if (!command.amount().isPositive() || command.amount().compareTo(owed) > 0) {
            return new Outcome.MoreThanOwed(owed);
        }
        var result = payment.result();
        if (result == null
                || command.on().isAfter(LocalDate.now(clock))
                || command.on().isBefore(result.on())) {
            return new Outcome.WrongDay();
        }
        if (command.document().isBlank() || command.document().length() > LONGEST) {
            return new Outcome.NoPaper();
        }
        var secret = secrets.look("document", command.document());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var over = new Overpaid.Over(
                command.id().value(),
                Overpaid.Kind.BACK,
                command.amount(),
                command.on(),
                command.document().strip());
        audit.said("重付的退回", command.amount().text() + " 元");
        overpaid.add(office, payment, over);
        books.overpaidReturned(office, payment, over.id(), over.amount(), over.on());
        return new Outcome.Recorded(payment.id(), overpaid.owed(payment.id()));
    }

    private boolean isEntered(Command command) {
        return overpaid.of(command.payment()).stream()
                .filter(one -> one.takenBack() == null)
                .map(Overpaid.Ended::over)
                .anyMatch(over -> over.kind() == Overpaid.Kind.BACK
                        && over.document().equals(command.document().strip())
                        && over.on().equals(command.on())
                        && over.amount().equals(command.amount()));
    }
}
