package org.rongyi.care.relief.web;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.visit.VisitDoor;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** From what was said on a visit, an application; the visit's page then leads to the case. */
@Component
class AidVisitDoor implements VisitDoor {

    private final Aids aids;

    AidVisitDoor(Aids aids) {
        this.aids = aids;
    }

    @Override
    public Optional<Way> of(UUID visit, UUID person, String name, Actor.Office reader) {
        var taken = aids.ofVisit(visit, person);
        if (taken.isPresent()) {
            return Optional.of(new Way("看" + name + "的帮扶援助办件", "/cases/" + taken.get()));
        }
        return Permission.mayPerform(AskAid.class, reader)
                ? Optional.of(new Way("代" + name + "申请帮扶援助", "/persons/" + person + "/aid?visit=" + visit))
                : Optional.empty();
    }
}
