package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 办件 on a person's page: what he has applied for, and the door to 更正个人信息. */
@Component
class CorrectionPanel implements PersonPanel {

    private static final int BEHIND_NEEDS = 40;
    private static final int SHOWN = 10;

    private final Cases cases;

    CorrectionPanel(Cases cases) {
        this.cases = cases;
    }

    @Override
    public int order() {
        return BEHIND_NEEDS;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        var lines = cases.of(person, SHOWN).stream()
                .map(one -> new Line(
                        Words.day(one.appliedOn()), one.subject() + "（" + one.standing() + "）", "/cases/" + one.id()))
                .toList();
        var actions = new ArrayList<Action>();
        if (Permission.mayPerform(AskCorrection.class, reader)) {
            actions.add(
                    reader instanceof Actor.Self
                            ? new Action("信息有误，申请更正", "/me/correction")
                            : new Action("代为申请更正", "/persons/" + person + "/correction-request"));
        }
        return new Panel("办件", lines, List.copyOf(actions), "还没有办件。");
    }
}
