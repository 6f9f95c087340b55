package org.rongyi.network.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 设立机构: opens a bureau, centre, station or partner body and the divisions it serves (保障法 第 65 条). */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class OpenUnit implements Act<OpenUnit.Command, OpenUnit.Outcome> {

    /** No unit: every station that is there is another. */
    private static final UUID NONE_YET = new UUID(0, 0);

    private final Units units;
    private final Territories territories;
    private final Divisions divisions;
    private final Clock clock;
    private final AuditTrail audit;

    OpenUnit(Units units, Territories territories, Divisions divisions, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.territories = territories;
        this.units = units;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * @param seat the division it stands at; a hosted station is given a seat code inside it
     * @param served the divisions it serves; none for a hosted station, which owns persons by assignment
     * @param shared that another station serves some of them too is meant
     */
    public record Command(
            CommandId id,
            String name,
            UnitKind kind,
            Level level,
            Host host,
            DivisionCode seat,
            List<DivisionCode> served,
            Unit.Details details,
            LocalDate openedOn,
            boolean shared)
            implements Act.Command {

        public Command {
            served = List.copyOf(served);
        }

        /** Alone. */
        public Command(
                CommandId id,
                String name,
                UnitKind kind,
                Level level,
                Host host,
                DivisionCode seat,
                List<DivisionCode> served,
                Unit.Details details,
                LocalDate openedOn) {
            this(id, name, kind, level, host, seat, served, details, openedOn, false);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Opened(UUID subject) implements Outcome, Done {}

        /** The division is not in force, or lies outside the actor's territory. */
        record UnknownDivision(DivisionCode code) implements Outcome, Refused {}

        record OutsideSeat(DivisionCode served) implements Outcome, Refused {}

        record OpensInFuture() implements Outcome, Refused {}

        record NoSeatLeft() implements Outcome, Refused {}

        /** The level is not its seat's, or above the actor's own: a post there would decide over more than he does. */
        record WrongLevel(Level seat) implements Outcome, Refused {}

        /** An open unit of this name stands at the place already. */
        record AlreadyThere(UUID unit) implements Outcome, Refused {}

        /** Another open station serves these, by its name. */
        record ServedByAnother(Map<DivisionCode, String> names) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        units.lockPlace(command.seat());
        territories.lock(command.served());
        var objection = objection(actor, command);
        if (objection.isPresent()) {
            return objection.get();
        }
        var code = command.host().isHosted() ? units.nextSeat(command.seat()) : Optional.of(command.seat());
        if (code.isEmpty()) {
            return new Outcome.NoSeatLeft();
        }
        var served = command.host().isHosted() ? List.of(code.get()) : command.served();
        var unit = new Unit(
                Ids.next(),
                command.name(),
                command.kind(),
                command.level(),
                command.host(),
                code.get(),
                command.details(),
                command.openedOn(),
                null,
                1);
        units.add(unit, served);
        if (command.shared()) {
            territories.agree(territories.unsettled(served));
        }
        audit.said("机构", unit.name());
        audit.said("类型", unit.kind().zh() + "，" + unit.level().zh());
        audit.said("服务区域", served.size() + " 个");
        return new Outcome.Opened(unit.id());
    }

    /** A hosted station may be small in a big place, never the other way round. */
    private static boolean isLevelPossible(Actor actor, Command command, Level seat) {
        var level = command.level();
        boolean fits = command.host().isHosted() ? !level.isAbove(seat) : level == seat;
        return fits && actor instanceof Actor.Office office && !level.isAbove(office.level());
    }

    /** What speaks against it, as far as reading tells. */
    Optional<Outcome> objection(Actor actor, Command command) {
        var today = LocalDate.now(clock);
        if (command.openedOn().isAfter(today)) {
            return Optional.of(new Outcome.OpensInFuture());
        }
        var seat = divisions
                .find(command.seat(), today)
                .filter(unit -> actor.scope().covers(unit.code()));
        if (seat.isEmpty()) {
            return Optional.of(new Outcome.UnknownDivision(command.seat()));
        }
        if (!isLevelPossible(actor, command, seat.get().level())) {
            return Optional.of(new Outcome.WrongLevel(seat.get().level()));
        }
        for (var served : command.served()) {
            if (divisions.find(served, today).isEmpty()) {
                return Optional.of(new Outcome.UnknownDivision(served));
            }
            if (!actor.scope().covers(served)) {
                return Optional.of(new Outcome.OutsideSeat(served));
            }
        }
        return units.findOpen(command.name(), command.host(), command.seat())
                .<Outcome>map(Outcome.AlreadyThere::new)
                .or(() -> servedByAnother(command));
    }

    private Optional<Outcome> servedByAnother(Command command) {
        if (command.shared() || command.host().isHosted() || !command.kind().isStation()) {
            return Optional.empty();
        }
        var others = territories.others(NONE_YET, command.served());
        return others.isEmpty() ? Optional.empty() : Optional.of(new Outcome.ServedByAnother(others));
    }
}
