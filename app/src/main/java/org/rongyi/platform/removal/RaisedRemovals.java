package org.rongyi.platform.removal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.SecondPersonTerm;
import org.rongyi.platform.approval.Superiors;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 没有核准的清除: what nobody confirmed or refused in time stands on the list of the leaders above the unit that asked. */
@Component
class RaisedRemovals implements OtherRaised {

    private final Removals removals;
    private final UnitDirectory units;
    private final Superiors superiors;
    private final SecondPersonTerm term;
    private final Clock clock;

    RaisedRemovals(Removals removals, UnitDirectory units, Superiors superiors, SecondPersonTerm term, Clock clock) {
        this.removals = removals;
        this.units = units;
        this.superiors = superiors;
        this.term = term;
        this.clock = clock;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.role() != Role.LEADER) {
            return List.of();
        }
        var above = units.findWorkplaces(removals.asking()).values().stream()
                .filter(unit -> superiors.isOver(reader, unit.id(), unit.code()))
                .map(UnitDirectory.Workplace::id)
                .collect(Collectors.toSet());
        var found = new ArrayList<Line>();
        for (var one : removals.waiting(above)) {
            var since = one.proposedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
            var due = term.due(since);
            if (due.isBefore(LocalDate.now(clock))) {
                found.add(new Line(
                        "没有核准清除泄密内容：" + one.zh(),
                        "安全管理员，" + one.unitName() + "提出的",
                        since,
                        due,
                        Task.Ground.LATE,
                        "/removals/" + one.id()));
            }
        }
        return List.copyOf(found);
    }
}
