package org.rongyi.care.relief.emergency.web;

import java.util.Optional;
import org.rongyi.care.need.NeedDoor;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.Emergencies;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** A need becomes an application; its page then leads to the case. */
@Component
class EmergencyNeedDoor implements NeedDoor {

    private final Emergencies emergencies;

    EmergencyNeedDoor(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public Optional<Way> of(Need need, Actor.Office reader) {
        var taken = emergencies.ofNeed(need.id());
        if (taken.isPresent()) {
            return Optional.of(new Way("看应急救助的办件", "/cases/" + taken.get()));
        }
        return need.answered() || !Permission.mayPerform(AskEmergency.class, reader)
                ? Optional.empty()
                : Optional.of(new Way("代为申请应急救助", "/persons/" + need.person() + "/emergency?need=" + need.id()));
    }
}
