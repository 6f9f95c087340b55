package org.rongyi.platform.access.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.access.Delegations;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 结束岗位代理: before its last day, by either side or the head of the unit. The next request no longer finds the post. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class EndDelegation implements OfficeAct<EndDelegation.Command, EndDelegation.Outcome> {

    private final Delegations delegations;
    private final AuditTrail audit;
    private final Clock clock;

    EndDelegation(Delegations delegations, AuditTrail audit, Clock clock) {
        this.delegations = delegations;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID delegation) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Ended(UUID subject) implements Outcome, Done {}

        /** Absent, or between others: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        record Over() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = delegations.lock(command.delegation()).filter(one -> one.concerns(office));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var state = found.get().state(LocalDate.now(clock));
        if (state == Delegations.State.OVER) {
            return new Outcome.Over();
        }
        delegations.end(command.delegation(), office.signed());
        audit.explain(new Detail(null, List.of(new Detail.Change("岗位代理", state.zh(), Delegations.State.OVER.zh()))));
        return new Outcome.Ended(command.delegation());
    }
}
