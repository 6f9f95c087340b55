package org.rongyi.platform.intake;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 整批撤回: stops a batch, and takes back every record of it on which nothing hangs yet. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
public class WithdrawImport implements Act<WithdrawImport.Command, WithdrawImport.Outcome> {

    private final Batches batches;
    private final AuditTrail audit;

    WithdrawImport(Batches batches, AuditTrail audit) {
        this.audit = audit;
        this.batches = batches;
    }

    public record Command(CommandId id, UUID batch) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Withdrawing(UUID subject) implements Outcome, Done {}

        /** Absent, of another unit, or of a kind that is not for this post. */
        record NotFound() implements Outcome, Refused {}

        /** It is withdrawn already, or never could be read. */
        record WrongState(BatchState state) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = batches.find(actor, command.batch());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        audit.changed("状态", found.get().state().zh(), BatchState.WITHDRAWING.zh());
        return batches.withdraw(actor, command.batch())
                ? new Outcome.Withdrawing(command.batch())
                : new Outcome.WrongState(found.get().state());
    }
}
