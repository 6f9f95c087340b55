package org.rongyi.platform.division;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Narrows a list to a unit of the reader's territory; any other unit is not found. */
@Component
public class UnitChoice {

    private final Divisions divisions;

    UnitChoice(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * @param code none: all of the territory
     * @param shown the unit links carry on
     * @param options where one may go from here: all of the territory, the units on the way, those below; a village
     *     has none
     */
    public record Chosen(@Nullable DivisionCode code, DivisionCode shown, String name, List<Option> options) {

        /** Whether there is anything to choose. */
        public boolean isWide() {
            return options.size() > 1;
        }
    }

    public Chosen require(Actor.Office actor, String unit) {
        if (unit.isEmpty()) {
            return whole(actor);
        }
        var asked = DivisionCode.parse(unit).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // An old code stands for whoever took over from it.
        var code = divisions.current(asked).map(Division::code).orElse(asked);
        if (code.equals(actor.unitCode())) {
            return whole(actor);
        }
        if (!actor.scope().covers(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var name = divisions.findEver(code).map(Division::name).orElse(unit);
        return new Chosen(code, code, name, options(actor, code, name));
    }

    private Chosen whole(Actor.Office actor) {
        return new Chosen(null, actor.unitCode(), actor.unitName(), options(actor, actor.unitCode(), actor.unitName()));
    }

    private List<Option> options(Actor.Office actor, DivisionCode chosen, String name) {
        var today = divisions.today();
        var options = new ArrayList<Option>();
        options.add(Option.of(actor.unitCode().toString(), "全部"));
        divisions.path(chosen, today).stream()
                .map(Division::code)
                .filter(code ->
                        actor.unitCode().contains(code) && !code.equals(actor.unitCode()) && !code.equals(chosen))
                .forEach(code -> options.add(Option.of(code.toString(), divisions.nameBelow(actor.unitCode(), code))));
        if (!chosen.equals(actor.unitCode())) {
            options.add(Option.of(chosen.toString(), name));
        }
        divisions.children(chosen, today).stream()
                .filter(below -> actor.scope().covers(below.code()))
                .forEach(below -> options.add(Option.of(below.code().toString(), below.name())));
        return options;
    }
}
