package org.rongyi.platform.division.change;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.UnitKind;
import org.rongyi.platform.kernel.DivisionCode;

/** A code with the name and parent it has at one time. */
record Unit(DivisionCode code, String name, @Nullable DivisionCode parent) {

    static Unit of(Division division) {
        return new Unit(division.code(), division.name(), division.parent());
    }

    Division from(LocalDate day) {
        return new Division(code, name, code.level(), UnitKind.of(code), parent, day, null);
    }
}
