package org.rongyi.care.need;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.PersonFollower;
import org.rongyi.people.person.PersonStatus;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 需求随人走. It comes after the contact list, whose line every visit locks: a visit that is being recorded at this moment
 * has brought its needs by then.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class NeedFollower implements PersonFollower {

    private final Needs needs;

    NeedFollower(Needs needs) {
        this.needs = needs;
    }

    @Override
    public void registered(UUID person, Responsible at, LocalDate on) {}

    @Override
    public void handedOver(UUID person, Responsible to) {
        needs.handOver(person, to.code());
    }

    /** Who has died or moved away may still be owed an answer. */
    @Override
    public void statusChanged(UUID person, PersonStatus status) {}

    /** Needs come of visits, and the visits' room says whether there are any. */
    @Override
    public Optional<String> withdrawn(UUID person) {
        return Optional.empty();
    }
}
