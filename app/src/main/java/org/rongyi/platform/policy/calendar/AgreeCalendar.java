package org.rongyi.platform.policy.calendar;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 确认放假安排, by another administrator than the one who entered it: from the commit on all terms are reckoned by it. */
@Service
@Allow(
        roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = Level.PROVINCE)
public class AgreeCalendar implements OfficeAct<AgreeCalendar.Command, AgreeCalendar.Outcome> {

    private final CalendarRecords records;
    private final AuditTrail audit;

    AgreeCalendar(CalendarRecords records, AuditTrail audit) {
        this.audit = audit;
        this.records = records;
    }

    public record Command(CommandId id, UUID calendar) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record Agreed(UUID subject, int year) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Whoever entered it does not confirm it, whatever his post is now. */
        record OwnProposal() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = records.lock(command.calendar());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != CalendarRecords.State.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (office.speaksFor(found.get().account())) {
            return new Outcome.OwnProposal();
        }
        records.decide(command.calendar(), CalendarRecords.State.AGREED, office, null);
        audit.changed(
                found.get().notice().year() + " 年放假安排",
                CalendarRecords.State.PROPOSED.zh(),
                CalendarRecords.State.AGREED.zh());
        return new Outcome.Agreed(command.calendar(), found.get().notice().year());
    }
}
