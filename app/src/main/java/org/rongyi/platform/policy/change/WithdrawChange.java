package org.rongyi.platform.policy.change;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回参数变更, by the one who proposed it and while nobody has decided. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = Level.PROVINCE)
public class WithdrawChange implements OfficeAct<WithdrawChange.Command, WithdrawChange.Outcome> {

    private final PolicyChanges changes;

    WithdrawChange(PolicyChanges changes) {
        this.changes = changes;
    }

    public record Command(CommandId id, UUID change) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record ChangeWithdrawn(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        record NotYourProposal() implements Outcome, Refused {}

        /** Agreed to, refused or withdrawn before. */
        record AlreadyAnswered() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office maker, Command command) {
        var found = changes.lock(command.change());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != ChangeState.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (!found.get().proposal().account().equals(maker.account())) {
            return new Outcome.NotYourProposal();
        }
        changes.decide(found.get(), ChangeState.WITHDRAWN, maker, null);
        return new Outcome.ChangeWithdrawn(command.change());
    }
}
