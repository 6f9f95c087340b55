package org.rongyi.people.person.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 人员档案: an officer's view, and the veteran's own. */
@Controller
class PersonController {

    private final PersonFile file;
    private final PersonDesk desk;
    private final List<PersonPanel> panels;
    private final Transactions transactions;
    private final Clock clock;

    PersonController(
            PersonFile file, PersonDesk desk, List<PersonPanel> panels, Transactions transactions, Clock clock) {
        this.file = file;
        this.desk = desk;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(PersonPanel::order))
                .toList();
        this.transactions = transactions;
        this.clock = clock;
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
                    desk.places(person, own),
                    own ? List.of() : file.household(view.household()),
                    panels.stream()
                            .map(panel -> panel.of(person, actor))
                            .filter(panel -> panel != PersonPanel.Panel.NONE)
                            .toList(),
                    own ? List.of() : desk.changes(person),
                    own ? desk.readings(person) : List.of(),
                    LocalDate.now(clock).getYear(),
                    own ? PersonPage.Standing.NONE : desk.standing(actor, view));
        });
    }
}
