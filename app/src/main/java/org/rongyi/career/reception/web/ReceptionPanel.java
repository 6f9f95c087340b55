package org.rongyi.career.reception.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.ReceptionTerms;
import org.rongyi.career.reception.Receptions;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 移交安置 on a person's page: when he was handed over, and the door to receive him; his own for himself. */
@Component
class ReceptionPanel implements PersonPanel {

    private static final int BEHIND_CASES = 60;
    private static final int SHOWN = 5;

    private final Receptions receptions;
    private final ReceptionTerms terms;

    ReceptionPanel(Receptions receptions, ReceptionTerms terms) {
        this.receptions = receptions;
        this.terms = terms;
    }

    @Override
    public int order() {
        return BEHIND_CASES;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        boolean own = reader instanceof Actor.Self;
        boolean desk = Permission.mayPerform(ReceivePerson.class, reader);
        if (!own && !desk) {
            return Panel.NONE;
        }
        var all = receptions.of(person, SHOWN);
        if (own && all.isEmpty()) {
            return Panel.NONE;
        }
        var lines = all.stream()
                .map(one -> new Line(
                        Words.day(one.received()),
                        terms.mode(one.rank(), one.mode()) + "，" + one.state().zh(),
                        own ? "/me/receptions" : "/receptions/" + one.id()))
                .toList();
        var actions = new ArrayList<Action>();
        if (desk && all.stream().noneMatch(Reception::isOpen)) {
            actions.add(new Action("登记移交接收", "/persons/" + person + "/reception"));
        }
        return new Panel("移交安置", lines, List.copyOf(actions), "没有移交接收的登记。");
    }
}
