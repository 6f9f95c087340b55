package org.rongyi.care.fund.books;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 提出年终结账: once nothing of the year is under way. Another one looks at it and closes. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ProposeYearEnd implements OfficeAct<ProposeYearEnd.Command, ProposeYearEnd.Outcome> {

    private final Closings closings;
    private final AuditTrail audit;

    ProposeYearEnd(Closings closings, AuditTrail audit) {
        this.audit = audit;
        this.closings = closings;
    }

    public record Command(CommandId id, UUID fund, int year) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, ended, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record ClosedBefore() implements Outcome, Refused {}

        /** Something else of this fund waits to be closed. */
        record AlreadyProposed() implements Outcome, Refused {}

        record Obstructed(List<Closings.InTheWay> by) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = closings.lockOwn(office, command.fund());
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.year() < closings.next(fund.get())) {
            return new Outcome.ClosedBefore();
        }
        if (closings.open(command.fund()).isPresent()) {
            return new Outcome.AlreadyProposed();
        }
        var hindrances = closings.inTheWay(fund.get(), command.year());
        if (!hindrances.isEmpty()) {
            return new Outcome.Obstructed(hindrances);
        }
        var id = Ids.next();
        audit.said(command.year() + " 年结账", Closings.State.PROPOSED.zh());
        closings.propose(office, id, command.fund(), command.year(), null, null);
        return new Outcome.Proposed(id);
    }
}
