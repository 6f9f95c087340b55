package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 补正复核申请: what was asked for is said or brought. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true,
        kin = true)
public class SupplementRecheck implements Act<SupplementRecheck.Command, TaskOutcome> {

    private final Cases cases;
    private final CaseFiles files;
    private final TaskHold hold;

    SupplementRecheck(Cases cases, CaseFiles files, TaskHold hold) {
        this.cases = cases;
        this.files = files;
        this.hold = hold;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, String what) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty() || !found.get().service().equals(Rechecks.SERVICE)) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        if (file.state() != State.SUPPLEMENT) {
            return new TaskOutcome.NotNow(file.state().zh());
        }
        if (file.route().lacking(actor).isPresent()) {
            return new TaskOutcome.NotYours();
        }
        return hold.missing("words", command.what(), "请写明补了什么")
                .or(() -> files.claim(actor, command.id(), command.file())
                        .map(why -> new TaskOutcome.Missing("evidence", why)))
                .orElseGet(() -> cases.supplement(actor, file, command.what())
                        ? new TaskOutcome.Done(file.id())
                        : new TaskOutcome.NotNow(file.state().zh()));
    }
}
