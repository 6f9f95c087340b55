package org.rongyi.network.organisation.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The units and appointments of the actor's territory; any other is not found. */
@Component
class UnitReach {

    private final Units units;
    private final Staff staff;
    private final Transactions transactions;

    UnitReach(Units units, Staff staff, Transactions transactions) {
        this.units = units;
        this.staff = staff;
        this.transactions = transactions;
    }

    /** An appointment and where it is. */
    record Placed(Staff.Member member, Unit unit) {}

    Unit unit(Actor.Office actor, UUID id) {
        return transactions.read(actor, () -> find(actor, id)).orElseThrow(UnitReach::notFound);
    }

    Placed member(Actor.Office actor, UUID id) {
        return transactions
                .read(actor, () -> staff.find(id).flatMap(member -> placed(actor, member)))
                .orElseThrow(UnitReach::notFound);
    }

    /** The same, ended or not: a form that is sent again finds him whom it ended, and is answered as the first time. */
    Placed formerMember(Actor.Office actor, UUID id) {
        return transactions
                .read(actor, () -> staff.findEver(id).flatMap(member -> placed(actor, member)))
                .orElseThrow(UnitReach::notFound);
    }

    private Optional<Placed> placed(Actor.Office actor, Staff.Member member) {
        return find(actor, member.unitId()).map(unit -> new Placed(member, unit));
    }

    <T> T read(Actor.Office actor, Supplier<T> work) {
        return transactions.read(actor, work);
    }

    private Optional<Unit> find(Actor.Office actor, UUID id) {
        return units.find(id).filter(unit -> actor.scope().covers(unit.code()));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
