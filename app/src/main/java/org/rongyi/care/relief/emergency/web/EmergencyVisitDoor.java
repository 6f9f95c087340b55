package org.rongyi.care.relief.emergency.web;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.Emergencies;
import org.rongyi.care.visit.VisitDoor;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** What was heard at the door becomes an application; the visit's page then leads to the case. */
@Component
class EmergencyVisitDoor implements VisitDoor {

    private final Emergencies emergencies;

    EmergencyVisitDoor(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public Optional<Way> of(UUID visit, UUID person, String name, Actor.Office reader) {
        var taken = emergencies.ofVisit(visit, person);
        if (taken.isPresent()) {
            return Optional.of(new Way("看" + name + "的应急救助办件", "/cases/" + taken.get()));
        }
        return Permission.mayPerform(AskEmergency.class, reader)
                ? Optional.of(new Way("代" + name + "申请应急救助", "/persons/" + person + "/emergency?visit=" + visit))
                : Optional.empty();
    }
}
