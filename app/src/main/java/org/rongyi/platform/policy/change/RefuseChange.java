package org.rongyi.platform.policy.change;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 不同意参数变更, with a reason, by somebody else than the one who proposed it. */
@Service
@Allow(roles = Role.LEADER, levels = Level.PROVINCE)
public class RefuseChange implements OfficeAct<RefuseChange.Command, RefuseChange.Outcome> {

    private final PolicyChanges changes;

    RefuseChange(PolicyChanges changes) {
        this.changes = changes;
    }

    public record Command(CommandId id, UUID change, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record ChangeRefused(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** Maker and checker are two persons; the maker withdraws. */
        record OwnRequest() implements Outcome, Refused {}

        /** Agreed to, refused or withdrawn before. */
        record AlreadyAnswered() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office checker, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
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
        changes.decide(
                found.get(), ChangeState.REFUSED, checker, command.reason().strip());
        return new Outcome.ChangeRefused(command.change());
    }
}
