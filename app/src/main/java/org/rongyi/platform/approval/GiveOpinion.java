package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 答复征求的意见: who asked decides with it. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class GiveOpinion implements Act<GiveOpinion.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Cases cases;

    GiveOpinion(TaskHold hold, Cases cases) {
        this.hold = hold;
        this.cases = cases;
    }

    public record Command(CommandId id, UUID task, String opinion) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.OPINION)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> give(held, command);
        };
    }

    private TaskOutcome give(TaskHold.Held held, Command command) {
        var missing = hold.missing("opinion", command.opinion(), "请写明核实的情况或意见");
        if (missing.isPresent()) {
            return missing.get();
        }
        cases.finish(held.task(), held.by(), "GIVEN", command.opinion());
        cases.tell(held.file(), held.by(), held.task().zh() + "：已答复", command.opinion());
        return new TaskOutcome.Done(held.file().id());
    }
}
