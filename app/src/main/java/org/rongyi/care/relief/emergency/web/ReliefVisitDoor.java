package org.rongyi.care.relief.emergency.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.visit.VisitDoor;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** What was heard at the door becomes an application for either service, which then names the visit. */
@Component
class ReliefVisitDoor implements VisitDoor {

    @Override
    public List<Way> of(UUID visit, UUID person, Actor.Office reader) {
        var ways = new ArrayList<Way>();
        if (Permission.mayPerform(AskAid.class, reader)) {
            ways.add(new Way("代为申请帮扶援助", "/persons/" + person + "/aid?visit=" + visit));
        }
        if (Permission.mayPerform(AskEmergency.class, reader)) {
            ways.add(new Way("代为申请应急救助", "/persons/" + person + "/emergency?visit=" + visit));
        }
        return ways;
    }
}
