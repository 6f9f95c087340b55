package org.rongyi.care.relief.web;

import java.util.Optional;
import org.rongyi.care.need.NeedDoor;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.AskAid;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** A need becomes an application; its page then leads to the case. */
@Component
class AidNeedDoor implements NeedDoor {

    private final Aids aids;

    AidNeedDoor(Aids aids) {
        this.aids = aids;
    }

    @Override
    public Optional<Way> of(Need need, Actor.Office reader) {
        var taken = aids.ofNeed(need.id());
        if (taken.isPresent()) {
            return Optional.of(new Way("看帮扶援助的办件", "/cases/" + taken.get()));
        }
        return need.answered() || !Permission.mayPerform(AskAid.class, reader)
                ? Optional.empty()
                : Optional.of(new Way("代为申请帮扶援助", "/persons/" + need.person() + "/aid?need=" + need.id()));
    }
}
