package org.rongyi.people.person.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.Handovers;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lays out a hand-over for one of its sides. */
@Component
class HandoverDesk {

    private final Handovers handovers;
    private final PersonFile people;
    private final Villages villages;
    private final Divisions divisions;
    private final Transactions transactions;
    private final Clock clock;

    HandoverDesk(
            Handovers handovers,
            PersonFile people,
            Villages villages,
            Divisions divisions,
            Transactions transactions,
            Clock clock) {
        this.handovers = handovers;
        this.people = people;
        this.villages = villages;
        this.divisions = divisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The hand-over, or 404: absent and out of reach are the same to the asker. */
    HandoverPage page(Actor.Office actor, UUID id, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var found = handovers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            boolean may = Permission.mayPerform(AcceptHandover.class, actor) && found.isOpen();
            return new HandoverPage(
                    found,
                    villages.fullName(found.route().from()),
                    villages.fullName(found.route().to()),
                    LocalDate.now(clock).getYear(),
                    people.find(found.person()).isPresent(),
                    may && actor.scope().contains(found.route().answers()),
                    actor.account().equals(found.askedAccount()),
                    may && actor.scope().contains(found.route().asked()),
                    reason,
                    errors);
        });
    }

    /** What the reader calls the places: short where they are his own, in full where they are not. */
    Map<DivisionCode, String> names(Actor.Office actor, List<HandoverList.Row> rows) {
        var names = new HashMap<DivisionCode, String>();
        for (var row : rows) {
            names.computeIfAbsent(row.from(), code -> name(actor, code));
            names.computeIfAbsent(row.to(), code -> name(actor, code));
        }
        return names;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String name(Actor.Office actor, DivisionCode code) {
        return actor.unitCode().contains(code) ? divisions.nameBelow(actor.unitCode(), code) : villages.fullName(code);
    }
}
