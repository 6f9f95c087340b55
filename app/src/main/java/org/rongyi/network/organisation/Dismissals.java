package org.rongyi.network.organisation;

import java.util.UUID;
import org.rongyi.platform.access.Administrators;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** Whether an actor may end somebody's appointment at all: what relief, transfer and withdrawal ask first. */
@Component
class Dismissals {

    private final Units units;
    private final Staff staff;
    private final Administrators administrators;

    Dismissals(Units units, Staff staff, Administrators administrators) {
        this.units = units;
        this.staff = staff;
        this.administrators = administrators;
    }

    /** What came of the question. */
    sealed interface Answer {}

    record Possible(Staff.Member member, Unit unit) implements Answer {}

    /** Absent, relieved already, or outside the actor's territory: indistinguishable. */
    record Unknown() implements Answer {}

    /** Who approves or administers is relieved by the security administrator, everybody else by the others. */
    record RoleBeyond(Role role) implements Answer {}

    /** Nobody ends his own post: somebody has to be left who can undo it. */
    record Oneself() implements Answer {}

    /** Somebody who can sign in has to be left in each of the three offices. */
    record LastAdministrator() implements Answer {}

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
        if (isLast(member.get(), role, unit.get())) {
            return new LastAdministrator();
        }
        return new Possible(member.get(), unit.get());
    }

    private boolean isLast(Staff.Member member, Role role, Unit unit) {
        if (!role.isSeparate()) {
            return false;
        }
        administrators.oneAtATime();
        return administrators.isLast(member.accountId(), role, unit.code());
    }
}
