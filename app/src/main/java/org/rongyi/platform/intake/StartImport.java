package org.rongyi.platform.intake;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 开始导入: lets the program import a checked batch, with the rights of who starts it. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
public class StartImport implements Act<StartImport.Command, StartImport.Outcome> {

    private final Batches batches;
    private final AuditTrail audit;

    StartImport(Batches batches, AuditTrail audit) {
        this.audit = audit;
        this.batches = batches;
    }

    public record Command(CommandId id, UUID batch) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Started(UUID subject) implements Outcome, Done {}

        /** Absent, of another unit, or of a kind that is not for this post. */
        record NotFound() implements Outcome, Refused {}

        /** It is not waiting to be started. */
        record WrongState(BatchState state) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = batches.find(actor, command.batch());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        audit.changed("状态", found.get().state().zh(), BatchState.RUNNING.zh());
        return batches.start(actor, command.batch())
                ? new Outcome.Started(command.batch())
                : new Outcome.WrongState(found.get().state());
    }
}
