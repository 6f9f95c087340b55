package org.rongyi.care.visit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** A person's contacts on his page. */
@Component
class VisitPanel implements PersonPanel {

    private static final int SHOWN = 12;

    private final VisitFile visits;
    private final Policy policy;

    VisitPanel(VisitFile visits, Policy policy) {
        this.visits = visits;
        this.policy = policy;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        var lines = visits.latestOf(person, SHOWN).stream().map(this::line).toList();
        var actions = Permission.mayPerform(RecordVisit.class, reader)
                ? List.of(new Action("登记走访", "/visits/new?person=" + person))
                : List.<Action>of();
        return new Panel("走访联系", lines, actions, "还没有走访联系记录。");
    }

    private Line line(VisitFile.Brief visit) {
        var what = policy.label("visit.mode", visit.mode()) + " · "
                + visit.result().zh() + " · "
                + visit.sentThings().stream().map(Sent::zh).collect(Collectors.joining("、")) + " · " + visit.unitName();
        return new Line(Words.day(visit.happenedOn()), what, "/visits/" + visit.id());
    }
}
