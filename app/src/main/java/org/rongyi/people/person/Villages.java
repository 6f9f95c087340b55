package org.rongyi.people.person;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** Where people are: villages and communities of today, and the seats of hosted stations, which no division has. */
@Component
public class Villages {

    private final Divisions divisions;
    private final People people;
    private final UnitDirectory units;

    Villages(Divisions divisions, People people, UnitDirectory units) {
        this.divisions = divisions;
        this.people = people;
        this.units = units;
    }

    /** A village of today, or the seat of a hosted station that is open. */
    public boolean isInForce(DivisionCode code) {
        return isVillage(code) || isOpenSeat(code);
    }

    /** Where somebody can be registered or live. */
    boolean isVillage(DivisionCode code) {
        return !people.isSeat(code)
                && code.level() == Level.VILLAGE
                && divisions.find(code, divisions.today()).isPresent();
    }

    /** Where somebody can be assigned: the digits alone make no station. */
    public boolean isOpenSeat(DivisionCode code) {
        return people.isSeat(code) && units.hostedAt(code).isPresent();
    }

    /** A hosted station is assigned to; a village is lived or registered in. */
    boolean fits(DivisionCode code, @Nullable PlaceKind kind) {
        return kind != null && people.isSeat(code) == (kind == PlaceKind.ASSIGNED);
    }

    /** As somebody at {@code reader} says it; a hosted station by its own name. */
    String nameBelow(DivisionCode reader, DivisionCode code) {
        if (!people.isSeat(code)) {
            return divisions.nameBelow(reader, code);
        }
        var host = host(code);
        return (host.equals(reader) || !reader.contains(host) ? "" : divisions.nameBelow(reader, host))
                + units.hostedAt(code).orElse("依托单位站");
    }

    private static DivisionCode host(DivisionCode seat) {
        return seat.at(seat.value() % Level.TOWN.span() == 0 ? Level.COUNTY : Level.TOWN);
    }

    /** 广东省…村; a seat by the division it stands in. */
    public String fullName(DivisionCode code) {
        if (people.isSeat(code)) {
            return divisions.fullName(host(code)) + units.hostedAt(code).orElse("依托单位站");
        }
        return divisions
                .findEver(code)
                .map(Division::code)
                .map(divisions::fullName)
                .orElseGet(code::toString);
    }
}
