package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 减签: takes back a question nobody has answered yet; only who asked it does. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class DropOpinion implements Act<DropOpinion.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Cases cases;

    DropOpinion(TaskHold hold, Cases cases) {
        this.hold = hold;
        this.cases = cases;
    }

    /** @param task the one that was asked, not the one who asked */
    public record Command(CommandId id, UUID task) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.see(actor, command.task())) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> drop((Actor.Office) actor, held);
        };
    }

    private TaskOutcome drop(Actor.Office office, TaskHold.Held held) {
        var parent = held.task().parent();
        if (!held.task().isOpen() || parent == null) {
            return new TaskOutcome.Over();
        }
        if (cases.findTask(parent).filter(task -> task.waitsFor(office)).isEmpty()) {
            return new TaskOutcome.NotYours();
        }
        cases.taskStore().drop(held.task().id());
        cases.tell(held.file(), held.by(), "减签：不再请" + held.task().whom() + "提出意见", null);
        return new TaskOutcome.Done(held.file().id());
    }
}
