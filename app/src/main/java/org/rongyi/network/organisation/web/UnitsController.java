package org.rongyi.network.organisation.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.ChangeUnit;
import org.rongyi.network.organisation.CloseUnit;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.RenewLink;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.Stations;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitHistory;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.UnitList;
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
import org.springframework.web.bind.annotation.RequestParam;

/** 机构与人员: what there is in the actor's territory. */
@Controller
class UnitsController {

    private static final int PAGE = 20;

    private final UnitReach reach;
    private final UnitList list;
    private final Stations stations;
    private final Staff staff;
    private final UnitHistory history;
    private final Divisions divisions;

    UnitsController(
            UnitReach reach, UnitList list, Stations stations, Staff staff, UnitHistory history, Divisions divisions) {
        this.reach = reach;
        this.list = list;
        this.stations = stations;
        this.staff = staff;
        this.history = history;
        this.divisions = divisions;
    }

    @GetMapping("/units")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        var filter = new UnitList.Filter(
                q.strip(),
                UnitForm.read(UnitKind.class, kind).orElse(null),
                StationsController.level(level),
                state.equals("closed"));
        var cursor = Stations.Cursor.parse(after).orElse(null);
        var rows = reach.read(actor, () -> list.page(actor.scope(), filter, cursor, PAGE + 1));
        boolean more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        return new UnitsPage(
                List.copyOf(shown),
                filter,
                Permission.mayPerform(OpenUnit.class, actor),
                more
                        ? new Stations.Cursor(
                                        shown.getLast().unit().code().value(),
                                        shown.getLast().unit().id())
                                .toString()
                        : null);
    }

    @GetMapping("/units/{unit}")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.LEADER, Role.OFFICER},
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
                history.of(unit.id()),
                new UnitPage.May(
                        open && Permission.mayPerform(ChangeUnit.class, actor),
                        open && Permission.mayPerform(CloseUnit.class, actor),
                        open && Permission.mayPerform(AppointStaff.class, actor),
                        Permission.mayPerform(RenewLink.class, actor)));
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
