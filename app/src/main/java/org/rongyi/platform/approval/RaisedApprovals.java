package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.access.WaitingClients;
import org.rongyi.platform.access.WaitingIdentities;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.calendar.WaitingCalendars;
import org.rongyi.platform.policy.change.PolicyChanges;
import org.springframework.stereotype.Component;

/**
 * 等第二个人的: changes of parameters, 接口用户 and 放假安排 that one has entered and nobody has agreed to in time; they are the province's own,
 * which has nobody above it, and stand on the list of its leaders. 统一身份 that one administrator wrote down and no other has confirmed
 * stand on the list of the leaders above his unit. Where nobody holds the post that confirms, at once.
 */
@Component
class RaisedApprovals implements OtherRaised {

    private final PolicyChanges changes;
    private final WaitingClients clients;
    private final WaitingCalendars calendars;
    private final WaitingIdentities identities;
    private final UnitDirectory units;
    private final Superiors superiors;
    private final SecondPersonTerm term;
    private final Policy policy;
    private final Clock clock;

    RaisedApprovals(
            PolicyChanges changes,
            WaitingClients clients,
            WaitingCalendars calendars,
            WaitingIdentities identities,
            UnitDirectory units,
            Superiors superiors,
            SecondPersonTerm term,
            Policy policy,
            Clock clock) {
        this.changes = changes;
        this.clients = clients;
        this.calendars = calendars;
        this.identities = identities;
        this.units = units;
        this.superiors = superiors;
        this.term = term;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.role() != Role.LEADER) {
            return List.of();
        }
        var found = new ArrayList<>(identities(reader));
        if (reader.level() == Level.PROVINCE) {
            found.addAll(provinces(reader));
        }
        return List.copyOf(found);
    }

    private List<Line> provinces(Actor.Office reader) {
        var found = new ArrayList<Line>();
        changes.listOpen()
                .forEach(one -> add(
                        found,
                        "没有审核参数变更："
                                + policy.get(one.proposed().parameter()).zh()
                                + (one.isSheet() ? "等 " + one.together() + " 项" : ""),
                        "省级负责人",
                        one.proposal().at(),
                        false,
                        "/policy-changes/" + one.id()));
        boolean nobody = !superiors.isManned(reader.unit(), Set.of(Role.SECURITY_ADMIN));
        clients.list()
                .forEach(one -> add(
                        found,
                        "没有批准接口用户：" + one.name(),
                        "省级安全管理员",
                        one.at().toInstant(),
                        nobody,
                        "/clients/" + one.id()));
        calendars
                .list()
                .forEach(one -> add(found, "没有确认放假安排：" + one.year() + " 年", "省级另一位管理员", one.at(), nobody, "/calendar"));
        return found;
    }

    private List<Line> identities(Actor.Office reader) {
        if (Level.COUNTY.isAbove(reader.level())) {
            return List.of(); // no bureau is over another there
        }
        var mine = units.findWorkplaces(identities.units()).values().stream()
                .filter(unit -> superiors.isOver(reader, unit.id(), unit.code()))
                .collect(Collectors.toMap(UnitDirectory.Workplace::id, UnitDirectory.Workplace::name));
        boolean left = reader.level() == Level.PROVINCE;
        if (mine.isEmpty() && !left) {
            return List.of();
        }
        var found = new ArrayList<Line>();
        for (var one : identities.list(mine.keySet(), left)) {
            add(
                    found,
                    "没有确认统一身份：" + one.name(),
                    one.unit() == null ? "安全管理员" : "安全管理员，" + mine.get(one.unit()) + "登记的",
                    one.at().toInstant(),
                    false, // who confirms may be the administrator of any level above
                    "/accounts/" + one.account() + "/identity");
        }
        return found;
    }

    private void add(List<Line> found, String what, String waits, Instant at, boolean nobody, String path) {
        var since = at.atZone(clock.getZone()).toLocalDate();
        var due = term.due(since);
        boolean late = due.isBefore(LocalDate.now(clock));
        if (late || nobody) {
            found.add(new Line(what, waits, since, due, late ? Task.Ground.LATE : Task.Ground.UNMANNED, path));
        }
    }
}
