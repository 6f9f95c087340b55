package org.rongyi.people.kin.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.kin.KinFile;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 委托亲属 on a person's page: who may act for him. */
@Component
class KinPanel implements PersonPanel {

    private static final int BEFORE_THE_LAST = 55;

    private final KinFile kin;
    private final Clock clock;

    KinPanel(KinFile kin, Clock clock) {
        this.kin = kin;
        this.clock = clock;
    }

    @Override
    public int order() {
        return BEFORE_THE_LAST;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        var path = reader instanceof Actor.Self ? "/me/kin" : "/persons/" + person + "/kin";
        var today = LocalDate.now(clock);
        var lines = kin.of(person).stream()
                .filter(one -> one.isOpen(today))
                .map(one -> new Line(
                        "到 " + Words.day(one.until()),
                        one.relation().zh() + one.kinName() + "：" + one.standing(today),
                        path))
                .toList();
        return new Panel("委托亲属", lines, List.of(new Action("委托亲属代办", path)), "没有委托亲属。");
    }
}
