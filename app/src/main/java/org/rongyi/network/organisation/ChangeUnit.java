package org.rongyi.network.organisation;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 变更机构信息: its name and what the public directory says of it. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class ChangeUnit implements OfficeAct<ChangeUnit.Command, ChangeUnit.Outcome> {

    private final Units units;
    private final UnitHistory history;

    ChangeUnit(Units units, UnitHistory history) {
        this.units = units;
        this.history = history;
    }

    /** @param version the version the form was opened with */
    public record Command(CommandId id, UUID unit, int version, String name, Unit.Details details, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Changed(UUID subject) implements Outcome, Done {}

        /** Absent, closed, or outside the actor's territory: indistinguishable. */
        record UnknownUnit() implements Outcome, Refused {}

        /** Somebody else changed it since the form was opened. */
        record Stale() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var unit = units.lock(command.unit()).filter(u -> office.scope().covers(u.code()) && u.closedOn() == null);
        if (unit.isEmpty()) {
            return new Outcome.UnknownUnit();
        }
        if (unit.get().version() != command.version()) {
            return new Outcome.Stale();
        }
        history.change(office, unit.get(), command.name(), command.details(), command.reason());
        return new Outcome.Changed(command.unit());
    }
}
