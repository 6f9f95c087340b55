package org.rongyi.platform.policy.calendar;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 不同意放假安排: it is not as the notice has it. Whoever entered it may say so himself, and enter the year anew. */
@Service
@Allow(
        roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = Level.PROVINCE)
public class RefuseCalendar implements OfficeAct<RefuseCalendar.Command, RefuseCalendar.Outcome> {

    static final int LONGEST = 200;

    private final CalendarRecords records;
    private final Secrets secrets;
    private final AuditTrail audit;

    RefuseCalendar(CalendarRecords records, Secrets secrets, AuditTrail audit) {
        this.records = records;
        this.secrets = secrets;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID calendar, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record Declined(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** None, or longer than the page takes. */
        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var reason = command.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", reason);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var found = records.lock(command.calendar());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != CalendarRecords.State.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        records.decide(command.calendar(), CalendarRecords.State.REFUSED, office, reason);
        audit.explain(new Detail(reason, List.of()));
        return new Outcome.Declined(command.calendar());
    }
}
