package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 免去工作人员: from a day on the appointment and its post are over; other posts of the same person stay. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class RelieveStaff implements Act<RelieveStaff.Command, RelieveStaff.Outcome> {

    private final Units units;
    private final Staff staff;

    RelieveStaff(Units units, Staff staff) {
        this.units = units;
        this.staff = staff;
    }

    /** @param on the first day he no longer serves */
    public record Command(CommandId id, UUID staff, LocalDate on) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        record Relieved(UUID subject) implements Outcome, Done {}

        /** Absent, relieved already, or outside the actor's territory: indistinguishable. */
        record UnknownStaff() implements Outcome, Refused {}

        record RoleNotYours(Role role) implements Outcome, Refused {}

        /** Nobody ends his own post: somebody has to be left who can undo it. */
        record Yourself() implements Outcome, Refused {}

        record BeforeBeginning() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = staff.find(command.staff())
                .filter(member -> units.find(member.unitId())
                        .filter(unit -> actor.scope().covers(unit.code()))
                        .isPresent());
        if (found.isEmpty()) {
            return new Outcome.UnknownStaff();
        }
        var member = found.get();
        var role = staff.role(member);
        if (Staff.isBeyond(actor, role)) {
            return new Outcome.RoleNotYours(role);
        }
        if (actor instanceof Actor.Office office && office.account().equals(member.accountId())) {
            return new Outcome.Yourself();
        }
        if (command.on().isBefore(member.validFrom())) {
            return new Outcome.BeforeBeginning();
        }
        return staff.relieve(member, command.on()) ? new Outcome.Relieved(member.id()) : new Outcome.UnknownStaff();
    }
}
