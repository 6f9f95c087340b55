package org.rongyi.people.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.people.person.Telling;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** What the forms that ask for a person's data show and keep. */
@Component
class PersonTelling implements Telling {

    private final StatementShelf statements;
    private final Consents consents;
    private final Clock clock;

    PersonTelling(StatementShelf statements, Consents consents, Clock clock) {
        this.statements = statements;
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public Current current() {
        return new Current(statements.notice().zh(), version().from(), "/privacy");
    }

    @Override
    public boolean isTold(UUID person) {
        return consents.isTold(person);
    }

    @Override
    public String ownPath(String then) {
        return "/me/privacy?then=" + then;
    }

    @Override
    public void told(Actor actor, UUID person) {
        var way = actor instanceof Actor.Self ? Way.OWN : Way.IN_PERSON;
        consents.add(actor, person, statements.notice(), version(), Reply.TOLD, way);
    }

    private Statement.Version version() {
        var notice = statements.notice();
        return notice.on(LocalDate.now(clock)).orElseGet(() -> notice.versions().getFirst());
    }
}
