package org.rongyi.network.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 调整服务区域: from a day on the unit serves these divisions. Its people see the records of what it serves, so whoever
 * may open units changes it, and only within his own territory.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ChangeServed implements OfficeAct<ChangeServed.Command, ChangeServed.Outcome> {

    private final Units units;
    private final Territories territories;
    private final UnitHistory history;
    private final Divisions divisions;
    private final Clock clock;
    private final AuditTrail audit;

    ChangeServed(
            Units units,
            Territories territories,
            UnitHistory history,
            Divisions divisions,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.units = units;
        this.territories = territories;
        this.history = history;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * @param served all it serves from that day on
     * @param on the first day of the change
     * @param shared that another station serves some of it too is meant
     */
    public record Command(
            CommandId id,
            UUID unit,
            int version,
            List<DivisionCode> served,
            LocalDate on,
            String reason,
            boolean shared)
            implements OfficeAct.Command {

        public Command {
            served = List.copyOf(served);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Changed(UUID subject) implements Outcome, Done {}

        /** Absent, closed, or outside the actor's territory: indistinguishable. */
        record UnknownUnit() implements Outcome, Refused {}

        record Stale() implements Outcome, Refused {}

        /** A hosted station owns persons by assignment and serves no division. */
        record ByAssignment() implements Outcome, Refused {}

        /** Nobody changes what he himself may see. */
        record OwnUnit() implements Outcome, Refused {}

        record NothingLeft() implements Outcome, Refused {}

        record NothingChanged() implements Outcome, Refused {}

        /** Before the unit was opened or began to serve, or still ahead. */
        record DayNotPossible() implements Outcome, Refused {}

        /** It is not in force today. */
        record UnknownDivision(DivisionCode code) implements Outcome, Refused {}

        record OutsideTerritory(DivisionCode code) implements Outcome, Refused {}

        /** Another open station serves these, by its name. */
        record ServedByAnother(Map<DivisionCode, String> names) implements Outcome, Refused {}
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
        if (unit.host().isHosted()) {
            return new Outcome.ByAssignment();
        }
        if (unit.id().equals(office.unit())) {
            return new Outcome.OwnUnit();
        }
        return change(office, unit, command);
    }

    private Outcome change(Actor.Office office, Unit unit, Command command) {
        territories.lock(command.served());
        var all = territories.of(unit.id());
        var now = all.stream().filter(one -> one.validTo() == null).toList();
        var wanted = new LinkedHashSet<>(command.served());
        var added = new LinkedHashSet<>(wanted);
        now.forEach(one -> added.remove(one.code()));
        var ended = now.stream().filter(one -> !wanted.contains(one.code())).toList();
        var objection = objection(office, unit, command, added)
                .or(() -> ended.isEmpty() && added.isEmpty() && !isSettling(command)
                        ? Optional.of(new Outcome.NothingChanged())
                        : Optional.empty())
                .or(() -> isPossible(all, ended, added, command.on())
                        ? Optional.empty()
                        : Optional.of(new Outcome.DayNotPossible()));
        if (objection.isPresent()) {
            return objection.get();
        }
        var before = now.stream().map(one -> name(one.code())).distinct().toList();
        history.serve(office, unit, before, command.reason());
        audit.said("增加服务", names(added));
        audit.changed("不再服务", names(ended.stream().map(Territories.Served::code).toList()), null);
        ended.stream()
                .map(Territories.Served::code)
                .distinct()
                .forEach(code -> territories.end(unit.id(), code, command.on()));
        added.forEach(code -> territories.add(unit.id(), code, command.on()));
        if (command.shared()) {
            territories.agree(territories.unsettled(wanted));
        }
        return new Outcome.Changed(unit.id());
    }

    /** After a merger: that both stations go on is said, and nothing else is changed. */
    private boolean isSettling(Command command) {
        return command.shared() && !territories.unsettled(command.served()).isEmpty();
    }

    private Optional<Outcome> objection(Actor.Office office, Unit unit, Command command, Set<DivisionCode> added) {
        var today = LocalDate.now(clock);
        if (command.served().isEmpty()) {
            return Optional.of(new Outcome.NothingLeft());
        }
        if (command.on().isBefore(unit.openedOn()) || command.on().isAfter(today)) {
            return Optional.of(new Outcome.DayNotPossible());
        }
        for (var code : added) {
            if (divisions.find(code, today).isEmpty()) {
                return Optional.of(new Outcome.UnknownDivision(code));
            }
            if (!office.scope().covers(code)) {
                return Optional.of(new Outcome.OutsideTerritory(code));
            }
        }
        var others = unit.kind().isStation() && !command.shared()
                ? territories.others(unit.id(), added)
                : Map.<DivisionCode, String>of();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Outcome.ServedByAnother(others));
    }

    /** What ends had begun by that day, and what begins was not served on it or after it. */
    private static boolean isPossible(
            List<Territories.Served> all, List<Territories.Served> ended, Set<DivisionCode> added, LocalDate on) {
        return ended.stream().noneMatch(one -> one.validFrom().isAfter(on))
                && all.stream()
                        .filter(one -> added.contains(one.code()))
                        .noneMatch(one -> one.validTo() == null || one.validTo().isAfter(on));
    }

    private String names(Collection<DivisionCode> codes) {
        return codes.stream().map(this::name).distinct().collect(Collectors.joining("、"));
    }

    private String name(DivisionCode code) {
        return divisions.findEver(code).map(Division::name).orElse("") + "（" + code + "）";
    }
}
