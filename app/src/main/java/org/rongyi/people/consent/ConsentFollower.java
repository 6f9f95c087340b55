package org.rongyi.people.consent;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.PersonFollower;
import org.rongyi.people.person.PersonStatus;
import org.springframework.stereotype.Component;

/** A file opened by mistake takes along that he was told; what he agreed to himself keeps it. Replies move with the file. */
@Component
class ConsentFollower implements PersonFollower {

    private final Consents consents;

    ConsentFollower(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void registered(UUID person, Responsible at, LocalDate on) {
        // nobody has been asked yet
    }

    @Override
    public void handedOver(UUID person, Responsible to) {
        // whoever sees the file sees the replies
    }

    @Override
    public void statusChanged(UUID person, PersonStatus status) {
        // what was agreed to stays as it was said
    }

    @Override
    public Optional<String> withdrawn(UUID person) {
        if (consents.hasAnswered(person)) {
            return Optional.of("已登记他对单独同意的答复");
        }
        consents.forget(person);
        return Optional.empty();
    }
}
