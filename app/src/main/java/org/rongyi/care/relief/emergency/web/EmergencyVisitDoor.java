package org.rongyi.care.relief.emergency.web;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.visit.VisitDoor;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** What was heard at the door becomes an application, which then names the visit. */
@Component
class EmergencyVisitDoor implements VisitDoor {

    @Override
    public Optional<Way> of(UUID visit, UUID person, String name, Actor.Office reader) {
        return Permission.mayPerform(AskEmergency.class, reader)
                ? Optional.of(new Way("代" + name + "申请应急救助", "/persons/" + person + "/emergency?visit=" + visit))
                : Optional.empty();
    }
}
