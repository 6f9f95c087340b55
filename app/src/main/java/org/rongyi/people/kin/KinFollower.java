package org.rongyi.people.kin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.PersonFollower;
import org.rongyi.people.person.PersonStatus;
import org.springframework.stereotype.Component;

/** Whoever has died or is not on the register any more lets nobody act for him (民法典 第 173 条); the family stays when he moves. */
@Component
class KinFollower implements PersonFollower {

    private final KinMandates mandates;

    KinFollower(KinMandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public void registered(UUID person, Responsible at, LocalDate on) {
        // nobody was given anything yet
    }

    @Override
    public void handedOver(UUID person, Responsible to) {
        // what he gave holds wherever he lives
    }

    @Override
    public void statusChanged(UUID person, PersonStatus status) {
        if (status != PersonStatus.ACTIVE) {
            mandates.endAll(person, "系统（核实状态）", status.zh());
        }
    }

    @Override
    public Optional<String> withdrawn(UUID person) {
        return mandates.of(person).isEmpty() ? Optional.empty() : Optional.of("已登记他的亲属委托");
    }
}
