package org.rongyi.care.relief.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.GiveFirst;
import org.rongyi.care.relief.RecordBar;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 帮扶援助 on a person's page: what he has asked for, and the doors to ask, to help at once, and to what bars him. */
@Component
class AidPanel implements PersonPanel {

    private static final int BEFORE_CASES = 35;
    private static final int SHOWN = 10;

    private final Aids aids;
    private final Policy policy;

    AidPanel(Aids aids, Policy policy) {
        this.aids = aids;
        this.policy = policy;
    }

    @Override
    public int order() {
        return BEFORE_CASES;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        var lines = aids.listOf(person, SHOWN).stream().map(this::line).toList();
        var actions = new ArrayList<Action>();
        boolean own = reader instanceof Actor.Self;
        if (Permission.mayPerform(AskAid.class, reader)) {
            actions.add(
                    own ? new Action("有困难，申请帮扶援助", "/me/aid") : new Action("代为申请帮扶援助", "/persons/" + person + "/aid"));
        }
        if (Permission.mayPerform(GiveFirst.class, reader)) {
            actions.add(new Action("情况紧急，先行帮扶", "/persons/" + person + "/aid-first"));
        }
        if (Permission.mayPerform(RecordBar.class, reader)) {
            actions.add(new Action("不予援助的情形", "/persons/" + person + "/aid-bars"));
        }
        return new Panel("帮扶援助", lines, List.copyOf(actions), "还没有申请过帮扶援助。");
    }

    private Line line(Aids.Brief one) {
        var given = one.givenFen() > 0 ? "，" + Words.yuan(one.givenFen()) : "";
        return new Line(
                Words.day(one.appliedOn()),
                policy.label(Situation.LIST, one.situation()) + given,
                "/cases/" + one.id());
    }
}
