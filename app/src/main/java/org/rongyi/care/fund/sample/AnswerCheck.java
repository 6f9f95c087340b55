package org.rongyi.care.fund.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记回访: what somebody who was helped says he received; or that he was not reached, which is counted as such. What differs from the
 * books goes to the bureau above the fund's.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AnswerCheck implements OfficeAct<AnswerCheck.Command, AnswerCheck.Outcome> {

    private final Checks checks;
    private final Funds funds;
    private final Desks desks;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    AnswerCheck(
            Checks checks, Funds funds, Desks desks, Policy policy, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.checks = checks;
        this.funds = funds;
        this.desks = desks;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param said nothing received is said when he was not reached; amount and day exactly when he received something */
    public record Command(CommandId id, UUID check, Checks.Said said) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param differs from the books: it goes to the bureau above */
        record Answered(UUID subject, boolean differs) implements Outcome, Done {}

        /** Absent, or another unit's to ask. */
        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who decided a grant does not ask whether it came. */
        record OwnDecision() implements Outcome, Refused {}

        /** 不相容岗位: who handed it out does not ask whether it came. */
        record OwnHandOut() implements Outcome, Refused {}

        /** Read by several units, and by the bureau above. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** Received, and how much or when is not said. */
        record AmountAndDay() implements Outcome, Refused {}

        /** Not reached, or not received, without a word of why. */
        record NoReason() implements Outcome, Refused {}

        record WrongDay() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = checks.find(command.check()).filter(check -> check.unit().equals(office.unit()));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var check = found.get();
        if (check.state() != Checks.State.OPEN) {
            return new Outcome.AlreadyAnswered();
        }
        if (check.decidedBy().stream().anyMatch(office::speaksFor)) {
            return new Outcome.OwnDecision();
        }
        if (check.handedBy().stream().anyMatch(office::speaksFor)) {
            return new Outcome.OwnHandOut();
        }
        var secret = secrets.look("words", command.said().words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var objection = objection(command.said());
        return objection != null ? objection : answer(office, check, command.said());
    }

    private @Nullable Outcome objection(Checks.Said said) {
        if (Boolean.TRUE.equals(said.received())) {
            var on = said.on();
            if (said.amount() == null || on == null) {
                return new Outcome.AmountAndDay();
            }
            return on.isAfter(LocalDate.now(clock)) ? new Outcome.WrongDay() : null;
        }
        return said.words().isBlank() ? new Outcome.NoReason() : null;
    }

    private Outcome answer(Actor.Office office, Checks.Check check, Checks.Said said) {
        boolean differs = said.received() != null && differs(check, said);
        var follows = differs ? superior(check) : Optional.<Desks.Desk>empty();
        audit.said("回访", said.received() == null ? "没有联系上" : differs ? "与账不符" : "与账相符");
        return checks.answer(office, check.id(), said, follows.orElse(null))
                ? new Outcome.Answered(check.id(), differs)
                : new Outcome.AlreadyAnswered();
    }

    private boolean differs(Checks.Check check, Checks.Said said) {
        var on = said.on();
        if (!Boolean.TRUE.equals(said.received()) || on == null || !check.paid().equals(said.amount())) {
            return true;
        }
        int days = policy.number(SamplePolicy.DAYS, LocalDate.now(clock));
        return Math.abs(ChronoUnit.DAYS.between(check.paidOn(), on)) > days;
    }

    /** The bureau above the one that keeps the fund; the province's own looks into its own. */
    private Optional<Desks.Desk> superior(Checks.Check check) {
        var fund = funds.find(check.fund()).orElseThrow();
        return desks.above(fund.code(), fund.code().level())
                .or(() -> Optional.of(
                        new Desks.Desk(fund.unit(), fund.unitName(), fund.code().level())));
    }
}
