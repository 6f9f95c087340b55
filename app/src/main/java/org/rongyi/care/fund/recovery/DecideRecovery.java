package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 决定追回, or not: by a 负责人 who neither proposed it nor granted what is to come back, when the person has said something or the days for it are
 * over. From then on it is owed.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DecideRecovery implements Act<DecideRecovery.Command, DecideRecovery.Outcome> {

    static final String PAY = "fund.recovery.pay.days";

    private final RecoveryHold hold;
    private final Recoveries recoveries;
    private final PaymentBatches batches;
    private final Grants grants;
    private final Payments payments;
    private final RecoveryBooks books;
    private final RecoveryNews news;
    private final Policy policy;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    DecideRecovery(
            RecoveryHold hold,
            Recoveries recoveries,
            PaymentBatches batches,
            Grants grants,
            Payments payments,
            RecoveryBooks books,
            RecoveryNews news,
            Policy policy,
            Secrets secrets,
            AuditTrail audit,
            Clock clock) {
        this.hold = hold;
        this.recoveries = recoveries;
        this.batches = batches;
        this.grants = grants;
        this.payments = payments;
        this.books = books;
        this.news = news;
        this.policy = policy;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param recovers false leaves it with him */
    public record Command(CommandId id, UUID recovery, boolean recovers, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Decided(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not decide it. */
        record OwnProposal() implements Outcome, Refused {}

        /** 不相容岗位: who granted it does not decide that it comes back. */
        record OwnDecision() implements Outcome, Refused {}

        /** He has said nothing yet, and may until that day. */
        record StillHearing(LocalDate until) implements Outcome, Refused {}

        /** Nothing is entered in its books any more; it can only be dropped. */
        record FundEnded() implements Outcome, Refused {}

        /** Something of it came back or is being looked into meanwhile: what was paid does not cover it. */
        record NotPaid() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.take(office, command.recovery());
        return held.isEmpty()
                ? new Outcome.NotFound()
                : wrong(office, command, held.get()).orElseGet(() -> decide(office, command, held.get()));
    }

    private Optional<Outcome> wrong(Actor.Office office, Command command, Recovery recovery) {
        if (recovery.state() != Recovery.State.HEARING) {
            return Optional.of(new Outcome.AlreadyAnswered());
        }
        if (recovery.opened().isOf(office)) {
            return Optional.of(new Outcome.OwnProposal());
        }
        if (grants.find(recovery.grant()).orElseThrow().isGrantedBy(office)) {
            return Optional.of(new Outcome.OwnDecision());
        }
        if (!recovery.isHeard(LocalDate.now(clock))) {
            return Optional.of(new Outcome.StillHearing(recovery.hearUntil()));
        }
        if (command.words().isBlank() || command.words().length() > OpenRecovery.LONGEST) {
            return Optional.of(new Outcome.NoReason());
        }
        return secrets.look("words", command.words())
                .<Outcome>map(Outcome.LooksSecret::new)
                .or(() -> command.recovers() ? uncovered(recovery) : Optional.empty());
    }

    /** Why nothing can be owed: since it was proposed the bank may have sent it back. */
    private Optional<Outcome> uncovered(Recovery recovery) {
        if (batches.hasEnded(recovery.fund())) {
            return Optional.of(new Outcome.FundEnded());
        }
        var tries = payments.ofGrants(List.of(recovery.grant()));
        var left = OpenRecovery.left(
                tries,
                recoveries.ofGrant(recovery.grant()).stream()
                        .filter(one -> !one.id().equals(recovery.id()))
                        .toList());
        boolean covered = recovery.shares().list().stream()
                .allMatch(share -> left.of(share.lot()).compareTo(share.amount()) >= 0);
        boolean moves = tries.stream().anyMatch(one -> one.state() == Payment.State.SENT)
                || grants.lock(List.of(recovery.grant())).getFirst().held();
        return covered && !moves ? Optional.empty() : Optional.of(new Outcome.NotPaid());
    }

    private Outcome decide(Actor.Office office, Command command, Recovery recovery) {
        var today = LocalDate.now(clock);
        @Nullable LocalDate until = command.recovers() ? today.plusDays(policy.number(PAY, today)) : null;
        recoveries.decide(office, recovery.id(), command.words().strip(), until);
        var decided = recoveries.find(recovery.id()).orElseThrow();
        if (command.recovers()) {
            books.ordered(office, decided);
        }
        news.decided(office, decided);
        audit.explain(new Detail(command.words(), List.of()));
        return new Outcome.Decided(recovery.id());
    }
}
