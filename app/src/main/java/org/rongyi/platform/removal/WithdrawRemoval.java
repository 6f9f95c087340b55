package org.rongyi.platform.removal;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回清除的提出: by who proposed it, while it waits; a wrong address, a wrong number. */
@Service
@Allow(
        roles = Role.LEADER,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class WithdrawRemoval implements OfficeAct<WithdrawRemoval.Command, WithdrawRemoval.Outcome> {

    private final Removals removals;
    private final AuditTrail audit;

    WithdrawRemoval(Removals removals, AuditTrail audit) {
        this.removals = removals;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID removal) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, or another's. */
        record NotFound() implements Outcome, Refused {}

        record NothingWaits() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = removals.lock(command.removal());
        if (found.isEmpty() || !office.speaksFor(found.get().proposedBy())) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != Removal.State.PROPOSED) {
            return new Outcome.NothingWaits();
        }
        removals.decide(command.removal(), Removal.State.WITHDRAWN, office, null);
        audit.changed("状态", Removal.State.PROPOSED.zh(), Removal.State.WITHDRAWN.zh());
        return new Outcome.Withdrawn(command.removal());
    }
}
