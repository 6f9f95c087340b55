package org.rongyi.network.organisation.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.ChangeServed;
import org.rongyi.network.organisation.ChangeUnit;
import org.rongyi.network.organisation.CloseUnit;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.Stations;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitHistory;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 机构: one of the actor's territory, with its staff and history. */
@Controller
class UnitController {

    private final UnitReach reach;
    private final Stations stations;
    private final Staff staff;
    private final UnitHistory history;
    private final Accounts accounts;
    private final Divisions divisions;

    UnitController(
            UnitReach reach,
            Stations stations,
            Staff staff,
            UnitHistory history,
            Accounts accounts,
            Divisions divisions) {
        this.reach = reach;
        this.stations = stations;
        this.staff = staff;
        this.history = history;
        this.accounts = accounts;
        this.divisions = divisions;
    }

    @GetMapping("/units/{unit}")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page unit(Actor.Office actor, @PathVariable UUID unit) {
        var found = reach.unit(actor, unit);
        return reach.read(actor, () -> page(actor, found));
    }

    private Page page(Actor.Office actor, Unit unit) {
        boolean open = unit.closedOn() == null;
        var members = staff.of(unit.id());
        return new UnitPage(
                unit,
                divisions.fullName(place(unit.code())),
                unit.host().isHosted()
                        ? List.of()
                        : stations.served(unit.id()).stream().map(this::name).toList(),
                members,
                staff.roles(members),
                accounts.notEnabled(members.stream()
                                .map(Staff.Member::accountId)
                                .distinct()
                                .toList())
                        .keySet(),
                history.of(unit.id()),
                new UnitPage.May(
                        open && Permission.mayPerform(ChangeUnit.class, actor),
                        open && !unit.host().isHosted() && Permission.mayPerform(ChangeServed.class, actor),
                        open && Permission.mayPerform(CloseUnit.class, actor),
                        open && Permission.mayPerform(AppointStaff.class, actor),
                        actor));
    }

    /** A hosted station's seat is no division; it stands in the one above. */
    private DivisionCode place(DivisionCode code) {
        return divisions.findEver(code).isPresent()
                ? code
                : code.at(Level.of(code.level().number() - 1));
    }

    private String name(DivisionCode code) {
        return divisions.findEver(code).map(Division::name).orElse(code.toString());
    }
}
