package org.rongyi.platform.policy.change;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 同意参数变更, by somebody else than the one who proposed it. It counts from its day; nothing is worked out anew. */
@Service
@Allow(roles = Role.LEADER, levels = Level.PROVINCE)
public class AgreeChange implements OfficeAct<AgreeChange.Command, AgreeChange.Outcome> {

    private final PolicyChanges changes;

    AgreeChange(PolicyChanges changes) {
        this.changes = changes;
    }

    public record Command(CommandId id, UUID change) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record Agreed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Maker and checker are two persons. */
        record OwnRequest() implements Outcome, Refused {}

        /** Agreed to, refused or withdrawn before. */
        record AlreadyAnswered() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office checker, Command command) {
        var found = changes.lock(command.change());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != ChangeState.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (found.get().proposal().account().equals(checker.account())) {
            return new Outcome.OwnRequest();
        }
        changes.decide(found.get(), ChangeState.AGREED, checker, null);
        return new Outcome.Agreed(command.change());
    }
}
