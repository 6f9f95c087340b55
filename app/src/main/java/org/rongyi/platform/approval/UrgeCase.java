package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 催办, by the applicant, one of his family or by a unit above: it stands out in the desk's list and in the history. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true,
        kin = true)
public class UrgeCase implements Act<UrgeCase.Command, TaskOutcome> {

    private final Cases cases;
    private final Clock clock;

    UrgeCase(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID file) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        var waiting = cases.tasks(file.id()).stream()
                .filter(task -> task.isOpen() && task.kind() != Task.Kind.WAIT)
                .toList();
        if (waiting.isEmpty()) {
            return new TaskOutcome.NotNow(file.state().zh());
        }
        waiting.forEach(task -> cases.taskStore().urge(task.id(), OffsetDateTime.now(clock)));
        cases.tell(file, By.of(actor), "催办", null);
        return new TaskOutcome.Done(file.id());
    }
}
