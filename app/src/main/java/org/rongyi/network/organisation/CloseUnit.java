package org.rongyi.network.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤销机构: from a day on it serves nobody. Its staff are relieved or moved first, its record and history stay. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CloseUnit implements OfficeAct<CloseUnit.Command, CloseUnit.Outcome> {

    private final Units units;
    private final UnitHistory history;
    private final Staff staff;
    private final List<UnitFollower> followers;
    private final Clock clock;

    CloseUnit(Units units, UnitHistory history, Staff staff, List<UnitFollower> followers, Clock clock) {
        this.followers = followers;
        this.units = units;
        this.history = history;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param on the first day it no longer serves */
    public record Command(CommandId id, UUID unit, int version, LocalDate on, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Closed(UUID subject) implements Outcome, Done {}

        /** Absent, closed already, or outside the actor's territory: indistinguishable. */
        record UnknownUnit() implements Outcome, Refused {}

        record Stale() implements Outcome, Refused {}

        /** Not after the day it opened, or still ahead. */
        record DayNotPossible() implements Outcome, Refused {}

        record StaffInForce(int number) implements Outcome, Refused {}

        /** Persons or their needs would be left at a seat nobody serves; what and how to mend it, in words. */
        record PeopleLeft(String reason) implements Outcome, Refused {}

        /** The actor's own unit, or the provincial bureau, where the installation's administrator stands. */
        record Needed() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = units.lock(command.unit()).filter(u -> office.scope().covers(u.code()) && u.closedOn() == null);
        if (found.isEmpty()) {
            return new Outcome.UnknownUnit();
        }
        var unit = found.get();
        if (unit.version() != command.version()) {
            return new Outcome.Stale();
        }
        if (!command.on().isAfter(unit.openedOn()) || command.on().isAfter(LocalDate.now(clock))) {
            return new Outcome.DayNotPossible();
        }
        if (unit.id().equals(units.provincialBureau()) || unit.id().equals(office.unit())) {
            return new Outcome.Needed();
        }
        var serving = staff.of(unit.id()).stream()
                .filter(member -> member.servesOn(command.on()))
                .count();
        if (serving > 0) {
            return new Outcome.StaffInForce(Math.toIntExact(serving));
        }
        var left = followers.stream()
                .flatMap(follower -> follower.leaves(unit).stream())
                .findFirst();
        if (left.isPresent()) {
            return new Outcome.PeopleLeft(left.get());
        }
        history.close(office, unit, command.on(), command.reason());
        return new Outcome.Closed(unit.id());
    }
}
