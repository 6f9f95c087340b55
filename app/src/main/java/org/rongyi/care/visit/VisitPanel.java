package org.rongyi.care.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** A person's contacts on his page: when he is due, what was done, and what may be done by the place that answers. */
@Component
class VisitPanel implements PersonPanel {

    private static final int SHOWN = 12;

    private final VisitFile visits;
    private final ContactFile contacts;
    private final Policy policy;
    private final Clock clock;

    VisitPanel(VisitFile visits, ContactFile contacts, Policy policy, Clock clock) {
        this.visits = visits;
        this.contacts = contacts;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        var lines = visits.latestOf(person, SHOWN).stream().map(this::line).toList();
        if (!(reader instanceof Actor.Office)) {
            return new Panel("走访联系", lines, List.of(), "还没有走访联系记录。");
        }
        var standing = contacts.find(person);
        return new Panel("走访联系", note(standing), lines, actions(person, standing, reader), "还没有走访联系记录。");
    }

    private String note(Optional<ContactFile.View> standing) {
        if (standing.isEmpty()) {
            return "由另一地负责联系，走访联系由那里登记。";
        }
        var line = standing.get();
        if (!line.active()) {
            return "已退出联系名单。";
        }
        if (line.held() != null) {
            return "走访时得知" + line.held().zh() + "，待核实，暂不列入应联系。";
        }
        var attention = line.ground() == null
                ? line.attention().zh()
                : line.attention().zh() + "（" + policy.label("visit.ground", line.ground()) + "）";
        boolean overdue = line.dueOn().isBefore(LocalDate.now(clock));
        return attention + "，应联系日 " + Words.day(line.dueOn()) + (overdue ? "，已逾期。" : "。");
    }

    private static List<Action> actions(UUID person, Optional<ContactFile.View> standing, Actor reader) {
        var actions = new ArrayList<Action>();
        if (standing.isEmpty()) {
            return actions;
        }
        if (!standing.get().active()) {
            if (Permission.mayPerform(RecordVisit.class, reader)) {
                actions.add(new Action("补记以前的走访", "/visits/new?person=" + person));
            }
            return actions;
        }
        var held = standing.get().held();
        if (held != null && Permission.mayPerform(SettleStatus.class, reader)) {
            actions.add(new Action("核实" + held.zh(), "/persons/" + person + "/status?as=" + held));
        }
        if (Permission.mayPerform(RecordVisit.class, reader)) {
            actions.add(new Action("登记走访", "/visits/new?person=" + person));
        }
        if (Permission.mayPerform(SetAttention.class, reader)) {
            actions.add(new Action("确定联系类别", "/persons/" + person + "/attention"));
        }
        return actions;
    }

    private Line line(VisitFile.Brief visit) {
        var what = policy.label("visit.mode", visit.mode()) + " · "
                + visit.result().zh() + " · "
                + visit.sentThings().stream()
                        .map(Sent::zh)
                        .collect(Collectors.joining("、", "", visit.sentThings().isEmpty() ? "" : " · "))
                + visit.unitName();
        return new Line(Words.day(visit.happenedOn()), what, "/visits/" + visit.id());
    }
}
