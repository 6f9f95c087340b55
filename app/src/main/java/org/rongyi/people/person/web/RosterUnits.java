package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Narrows the roster to a unit of the reader's territory; any other unit is not found. */
@Component
public class RosterUnits {

    private final Divisions divisions;

    RosterUnits(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * @param code none: all of the territory
     * @param small a county or less: its rows may be looked at one by one
     * @param options where to go from here: all, the units above the chosen one, itself, and those below it
     */
    public record Chosen(@Nullable DivisionCode code, String name, boolean small, List<Option> options) {

        /** What the address carries; empty for all. */
        public String value() {
            return code == null ? "" : code.toString();
        }
    }

    Chosen require(Actor.Office actor, String unit) {
        var code = unit.isEmpty()
                ? actor.unitCode()
                : DivisionCode.parse(unit)
                        .filter(one -> actor.scope().covers(one))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean whole = code.equals(actor.unitCode());
        var level = divisions.childLevel(code);
        return new Chosen(
                whole ? null : code,
                whole
                        ? actor.unitName()
                        : divisions.findEver(code).map(Division::name).orElse(unit),
                !actor.level().isAbove(Level.COUNTY) || level == Level.TOWN || level == Level.VILLAGE,
                options(actor, code));
    }

    private List<Option> options(Actor.Office actor, DivisionCode chosen) {
        var options = new ArrayList<Option>();
        divisions.path(chosen, divisions.today()).stream()
                .filter(unit ->
                        actor.unitCode().contains(unit.code()) && !unit.code().equals(actor.unitCode()))
                .map(unit -> option(actor, unit))
                .forEach(options::add);
        divisions.children(chosen, divisions.today()).stream()
                .filter(unit -> actor.scope().covers(unit.code()))
                .map(unit -> option(actor, unit))
                .forEach(options::add);
        return options;
    }

    private Option option(Actor.Office actor, Division unit) {
        return Option.of(unit.code().toString(), divisions.nameBelow(actor.unitCode(), unit.code()));
    }
}
