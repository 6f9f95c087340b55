package org.rongyi.care.visit.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Narrows a list to a unit of the reader's territory; any other unit is not found. */
@Component
class UnitChoice {

    private final Divisions divisions;

    UnitChoice(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * @param code none: all of the territory
     * @param shown the unit links carry on
     */
    record Chosen(@Nullable DivisionCode code, DivisionCode shown, String name) {}

    Chosen require(Actor.Office actor, String unit) {
        if (unit.isEmpty()) {
            return new Chosen(null, actor.unitCode(), actor.unitName());
        }
        var code = DivisionCode.parse(unit)
                .filter(actor.scope()::covers)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (code.equals(actor.unitCode())) {
            return new Chosen(null, code, actor.unitName());
        }
        return new Chosen(
                code, code, divisions.findEver(code).map(Division::name).orElse(unit));
    }
}
