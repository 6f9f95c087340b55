package org.rongyi.network.organisation;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回设立: takes back a unit that was opened by mistake, as long as nothing hangs on it. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
class WithdrawUnit implements Act<WithdrawUnit.Command, WithdrawUnit.Outcome> {

    private final Units units;
    private final Staff staff;
    private final List<UnitFollower> followers;
    private final AuditTrail audit;

    WithdrawUnit(Units units, Staff staff, List<UnitFollower> followers, AuditTrail audit) {
        this.audit = audit;
        this.units = units;
        this.staff = staff;
        this.followers = followers;
    }

    record Command(CommandId id, UUID unit) implements Act.Command {}

    /** How it ends. */
    sealed interface Outcome extends Act.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, closed, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Something hangs on it, and it stays. */
        record InUse(String reason) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = units.lock(command.unit()).filter(u -> actor.scope().covers(u.code()) && u.closedOn() == null);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var unit = found.get();
        if (!staff.of(unit.id()).isEmpty()) {
            return new Outcome.InUse("设立后已任用人员");
        }
        for (var follower : followers) {
            var reason = follower.holds(unit);
            if (reason.isPresent()) {
                return new Outcome.InUse(reason.get());
            }
        }
        audit.changed("机构", unit.name(), null);
        return units.withdraw(unit.id()) ? new Outcome.Withdrawn(unit.id()) : new Outcome.InUse("设立后已变更信息或服务区域");
    }
}
