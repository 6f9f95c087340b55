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

/** 调动工作人员: relieved here and appointed there on the same day, with the account he has. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class TransferStaff implements Act<TransferStaff.Command, TransferStaff.Outcome> {

    private final Units units;
    private final Staff staff;

    TransferStaff(Units units, Staff staff) {
        this.units = units;
        this.staff = staff;
    }

    /** @param on the last day here is the one before */
    public record Command(CommandId id, UUID staff, UUID unit, Staff.Terms terms, LocalDate on)
            implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        /** @param subject the new appointment */
        record Transferred(UUID subject) implements Outcome, Done {}

        /** Absent, relieved already, or outside the actor's territory: indistinguishable. */
        record UnknownStaff() implements Outcome, Refused {}

        /** The unit to go to is absent, closed, or outside the actor's territory: indistinguishable. */
        record UnknownUnit() implements Outcome, Refused {}

        record SameUnit() implements Outcome, Refused {}

        record RoleNotYours(Role role) implements Outcome, Refused {}

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
        if (command.unit().equals(member.unitId())) {
            return new Outcome.SameUnit();
        }
        var unit = units.lock(command.unit()).filter(u -> actor.scope().covers(u.code()) && u.isOpenOn(command.on()));
        if (unit.isEmpty()) {
            return new Outcome.UnknownUnit();
        }
        var role = staff.role(member);
        for (var needed : new Role[] {role, command.terms().role()}) {
            if (Staff.isBeyond(actor, needed)) {
                return new Outcome.RoleNotYours(needed);
            }
        }
        if (actor instanceof Actor.Office office && office.account().equals(member.accountId())) {
            return new Outcome.Yourself();
        }
        if (command.on().isBefore(member.validFrom())) {
            return new Outcome.BeforeBeginning();
        }
        if (!staff.relieve(member, command.on())) {
            return new Outcome.UnknownStaff();
        }
        var somebody = new Staff.Somebody(member.accountId(), member.name(), member.veteran());
        return new Outcome.Transferred(staff.appoint(somebody, command.unit(), command.terms(), command.on())
                .id());
    }
}
