package org.rongyi.care.need;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 受理或答复需求: takes a need in hand, or says what came of it. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN})
public class AnswerNeed implements OfficeAct<AnswerNeed.Command, AnswerNeed.Outcome> {

    /** Long enough to say what was done, short enough to be read. */
    static final int LONGEST = 500;

    private final Needs needs;
    private final Secrets secrets;
    private final AuditTrail audit;

    AnswerNeed(Needs needs, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.needs = needs;
        this.secrets = secrets;
    }

    /** @param answer what was done or decided; required for an answer */
    public record Command(CommandId id, UUID need, int version, NeedState next, String answer)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Done(UUID subject) implements Outcome, OfficeAct.Outcome.Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record Stale() implements Outcome, Refused {}

        /** The state does not lead there. */
        record NotFromHere(NeedState state) implements Outcome, Refused {}

        record NoAnswer() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.next() == NeedState.ANSWERED
                && (command.answer().isBlank() || command.answer().length() > LONGEST)) {
            return new Outcome.NoAnswer();
        }
        var secret = secrets.look("answer", command.answer());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var found = needs.lock(command.need());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().version() != command.version()) {
            return new Outcome.Stale();
        }
        if (!found.get().state().mayBecome(command.next())) {
            return new Outcome.NotFromHere(found.get().state());
        }
        audit.changed("需求", found.get().state().zh(), command.next().zh());
        needs.move(command.need(), command.next(), command.answer(), office.signed());
        return new Outcome.Done(command.need());
    }
}
