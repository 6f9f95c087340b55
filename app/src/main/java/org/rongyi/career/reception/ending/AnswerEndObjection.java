package org.rongyi.career.reception.ending;

import java.util.UUID;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 答复对终止的异议: by a leader who neither proposed nor decided it. Where he is right, his placement goes on. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class AnswerEndObjection implements OfficeAct<AnswerEndObjection.Command, AnswerEndObjection.Outcome> {

    private final Receptions receptions;
    private final Endings endings;
    private final Secrets secrets;
    private final AuditTrail audit;

    AnswerEndObjection(Receptions receptions, Endings endings, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.endings = endings;
        this.secrets = secrets;
    }

    /** @param upheld whether he is right */
    public record Command(CommandId id, UUID reception, boolean upheld, String answer) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Answered(UUID subject, boolean upheld) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing waits for an answer, or he has been received anew. */
        record NotNow() implements Outcome, Refused {}

        record SamePerson() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("reception_open")) {
            return new Outcome.NotNow();
        }
        return OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var open = endings.of(command.reception()).stream()
                .filter(Endings.Ending::isObjected)
                .findFirst();
        if (open.isEmpty()) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(open.get().proposer())
                || office.speaksFor(open.get().decider())) {
            return new Outcome.SamePerson();
        }
        if (command.answer().isBlank() || command.answer().length() > ProposeEnd.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("answer", command.answer());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.said("对终止的异议", command.upheld() ? "成立，恢复待遇" : "不成立");
        endings.answer(open.get().id(), command.upheld(), command.answer(), office);
        if (command.upheld()) {
            endings.end(command.reception(), null, null);
        }
        return new Outcome.Answered(command.reception(), command.upheld());
    }
}
