package org.rongyi.care.relief.emergency.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.Emergencies;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 应急救助 on a person's page: what he has asked for, and the door to ask. */
@Component
class EmergencyPanel implements PersonPanel {

    private static final int BEHIND_AID = 36;
    private static final int SHOWN = 10;

    private final Emergencies emergencies;
    private final Policy policy;

    EmergencyPanel(Emergencies emergencies, Policy policy) {
        this.emergencies = emergencies;
        this.policy = policy;
    }

    @Override
    public int order() {
        return BEHIND_AID;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        var lines = emergencies.listOf(person, SHOWN).stream().map(this::line).toList();
        boolean own = reader instanceof Actor.Self;
        var actions = !Permission.mayPerform(AskEmergency.class, reader)
                ? List.<Action>of()
                : List.of(
                        own
                                ? new Action("得了重病、出了大事，申请应急救助", "/me/emergency")
                                : new Action("代为申请应急救助", "/persons/" + person + "/emergency"));
        return new Panel("应急救助", lines, actions, "还没有申请过应急救助。");
    }

    private Line line(Emergencies.Brief one) {
        var paid = one.paidOn() == null ? "" : "，" + Words.yuan(one.fen());
        return new Line(
                Words.day(one.appliedOn()),
                policy.label("relief.emergency.kind", one.kind().name()) + paid,
                "/cases/" + one.id());
    }
}
