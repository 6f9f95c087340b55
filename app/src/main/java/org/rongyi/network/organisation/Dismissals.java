package org.rongyi.network.organisation;

import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** Whether an actor may end somebody's appointment at all: what relief, transfer and withdrawal ask first. */
@Component
class Dismissals {

    private final Units units;
    private final Staff staff;

    Dismissals(Units units, Staff staff) {
        this.units = units;
        this.staff = staff;
    }

    /** What came of the question. */
    sealed interface Answer {}

    record Possible(Staff.Member member, Unit unit) implements Answer {}

    /** Absent, relieved already, or outside the actor's territory: indistinguishable. */
    record Unknown() implements Answer {}

    /** Only an administrator ends the post of an administrator or auditor. */
    record RoleBeyond(Role role) implements Answer {}

    /** Nobody ends his own post: somebody has to be left who can undo it. */
    record Oneself() implements Answer {}

    Answer check(Actor actor, UUID id) {
        var member = staff.find(id);
        var unit = member.flatMap(one -> units.find(one.unitId()))
                .filter(one -> actor.scope().covers(one.code()));
        if (member.isEmpty() || unit.isEmpty()) {
            return new Unknown();
        }
        var role = staff.role(member.get());
        if (Staff.isBeyond(actor, role)) {
            return new RoleBeyond(role);
        }
        if (actor instanceof Actor.Office office
                && office.account().equals(member.get().accountId())) {
            return new Oneself();
        }
        return new Possible(member.get(), unit.get());
    }
}
