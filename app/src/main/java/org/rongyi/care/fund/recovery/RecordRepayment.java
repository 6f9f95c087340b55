package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.payment.Givers;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 登记退回: an instalment of what is owed is there; it goes back to the sources that bore it, in the order they were used. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordRepayment implements Act<RecordRepayment.Command, RecordRepayment.Outcome> {

    private static final int LONGEST = 100;

    private final RecoveryHold hold;
    private final Recoveries recoveries;
    private final Repayments repayments;
    private final Grants grants;
    private final RecoveryBooks books;
    private final RecoveryNews news;
    private final Givers givers;
    private final Clock clock;
    private final Secrets secrets;
    private final AuditTrail audit;

    RecordRepayment(
            RecoveryHold hold,
            Recoveries recoveries,
            Repayments repayments,
            Grants grants,
            RecoveryBooks books,
            RecoveryNews news,
            Givers givers,
            Clock clock,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.secrets = secrets;
        this.hold = hold;
        this.recoveries = recoveries;
        this.repayments = repayments;
        this.grants = grants;
        this.books = books;
        this.news = news;
        this.givers = givers;
        this.clock = clock;
    }

    /** @param document the bank's slip, the receipt, by its number */
    public record Command(CommandId id, UUID recovery, Money amount, LocalDate on, String document)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param owed what is still to come */
        record Recorded(UUID subject, Money owed) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Not decided, over, or somebody proposes to write it off. */
        record NotOwed() implements Outcome, Refused {}

        record MoreThanOwed(Money owed) implements Outcome, Refused {}

        /** Before it was decided, or after today. */
        record WrongDay() implements Outcome, Refused {}

        record NoPaper() implements Outcome, Refused {}

        /** The same slip, amount and day count already. */
        record EnteredBefore() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.take(office, command.recovery());
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        var recovery = held.get();
        if (repayments.isEntered(recovery.id(), command.amount(), command.on(), command.document())) {
            return new Outcome.EnteredBefore();
        }
        var decision = recovery.decision();
        if (recovery.state() != Recovery.State.ORDERED || decision == null || recovery.waiver() != null) {
            return new Outcome.NotOwed();
        }
        if (!command.amount().isPositive() || command.amount().compareTo(recovery.owed()) > 0) {
            return new Outcome.MoreThanOwed(recovery.owed());
        }
        if (command.on().isBefore(decision.on()) || command.on().isAfter(LocalDate.now(clock))) {
            return new Outcome.WrongDay();
        }
        if (command.document().isBlank() || command.document().length() > LONGEST) {
            return new Outcome.NoPaper();
        }
        var secret = secrets.look("document", command.document());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        return record(office, command, recovery);
    }

    private Outcome record(Actor.Office office, Command command, Recovery recovery) {
        var repayment = new Repayments.Repayment(
                Ids.next(),
                repayments.left(recovery).first(command.amount()),
                command.on(),
                command.document().strip(),
                new Recovery.Hand(office.account(), office.actingFor(), Recoveries.name(office)),
                null);
        recoveries.repay(recovery.id(), repayment.shares().total());
        repayments.add(recovery, repayment);
        var grant = grants.find(recovery.grant()).orElseThrow();
        books.repaid(office, recovery, grant.inKind(), repayment);
        givers.less(grant, command.amount());
        var after = recoveries.find(recovery.id()).orElseThrow();
        if (after.state() == Recovery.State.RECOVERED) {
            news.over(after);
        }
        audit.changed("还欠", recovery.owed().text() + " 元", after.owed().text() + " 元");
        return new Outcome.Recorded(recovery.id(), after.owed());
    }
}
