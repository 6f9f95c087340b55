package org.rongyi.people.person.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 人员名册与档案. */
@Controller
class PersonController {

    private final PersonList list;
    private final PersonFile file;
    private final List<PersonPanel> panels;
    private final Divisions divisions;
    private final Transactions transactions;
    private final Clock clock;

    PersonController(
            PersonList list,
            PersonFile file,
            List<PersonPanel> panels,
            Divisions divisions,
            Transactions transactions,
            Clock clock) {
        this.list = list;
        this.file = file;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(PersonPanel::order))
                .toList();
        this.divisions = divisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/persons")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(
            Actor.Office actor,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after) {
        var rows = transactions.read(actor, () -> list.page(actor.scope(), text, PersonList.Cursor.parse(after)));
        var shown = rows.size() > PersonList.PAGE ? rows.subList(0, PersonList.PAGE) : rows;
        var last = shown.isEmpty() ? null : shown.getLast();
        return new PersonsPage(
                List.copyOf(shown),
                places(actor, shown),
                text,
                actor.unitName(),
                LocalDate.now(clock).getYear(),
                Permission.mayPerform(RegisterPerson.class, actor),
                rows.size() > PersonList.PAGE && last != null
                        ? new PersonList.Cursor(last.codeNow(), last.id()).toString()
                        : null);
    }

    @GetMapping("/persons/{person}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page show(Actor.Office actor, @PathVariable UUID person) {
        return page(actor, person, false);
    }

    @GetMapping("/me")
    @Allow(self = true)
    Page own(Actor.Self actor) {
        return page(actor, actor.person(), true);
    }

    private PersonPage page(Actor actor, UUID person, boolean own) {
        return transactions.read(actor, () -> {
            var view = file.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return new PersonPage(
                    view,
                    file.places(person).stream()
                            .map(place -> new PersonPage.Located(
                                    place.kind().zh(),
                                    divisions.fullName(place.code()),
                                    place.address(),
                                    place.groupName(),
                                    place.responsible()))
                            .toList(),
                    own ? List.of() : file.household(view.household()),
                    panels.stream().map(panel -> panel.of(person, actor)).toList(),
                    LocalDate.now(clock).getYear(),
                    own);
        });
    }

    private Map<DivisionCode, String> places(Actor.Office actor, List<PersonList.Row> rows) {
        var places = new HashMap<DivisionCode, String>();
        rows.forEach(row -> places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
        return places;
    }
}
