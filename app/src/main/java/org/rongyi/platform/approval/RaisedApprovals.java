package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rongyi.platform.access.WaitingClients;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.policy.change.PolicyChanges;
import org.springframework.stereotype.Component;

/**
 * 等第二个人的: changes of parameters and 接口用户 that one has entered and nobody has agreed to in time. They are the province's
 * own, which has nobody above it: they stand on the list of its leaders.
 */
@Component
class RaisedApprovals implements OtherRaised {

    static final String DAYS = "approval.second.days";

    private final PolicyChanges changes;
    private final WaitingClients clients;
    private final Policy policy;
    private final WorkingDays days;
    private final Clock clock;

    RaisedApprovals(PolicyChanges changes, WaitingClients clients, Policy policy, WorkingDays days, Clock clock) {
        this.changes = changes;
        this.clients = clients;
        this.policy = policy;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.level() != Level.PROVINCE || reader.role() != Role.LEADER) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var waiting = Stream.concat(
                changes.listOpen().stream()
                        .map(one -> new Line(
                                "没有审核参数变更："
                                        + policy.get(one.proposed().parameter()).zh()
                                        + (one.isSheet() ? "等 " + one.together() + " 项" : ""),
                                "省级负责人",
                                due(one.proposal().at(), today),
                                "/policy-changes/" + one.id())),
                clients.list().stream()
                        .map(one -> new Line(
                                "没有批准接口用户：" + one.name(),
                                "省级安全管理员",
                                due(one.at().toInstant(), today),
                                "/clients/" + one.id())));
        return waiting.filter(line -> line.due().isBefore(today)).toList();
    }

    private LocalDate due(Instant since, LocalDate today) {
        var day = since.atZone(clock.getZone()).toLocalDate();
        return Term.after(days.calendar(), day, policy.number(DAYS, today)).on();
    }
}
