package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 特别程序结束，恢复计时: what was left of each limit is left again. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class ResumeCase implements Act<ResumeCase.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Cases cases;

    ResumeCase(TaskHold hold, Cases cases) {
        this.hold = hold;
        this.cases = cases;
    }

    /** @param outcome what came of it */
    public record Command(CommandId id, UUID task, String outcome) implements org.rongyi.platform.act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> resume(held, command);
        };
    }

    private TaskOutcome resume(TaskHold.Held held, Command command) {
        var missing = hold.missing("outcome", command.outcome(), "请写明特别程序的结果");
        if (missing.isPresent()) {
            return missing.get();
        }
        var change = new Cases.Change(held.by(), "特别程序结束，恢复计时", command.outcome(), null, null);
        return cases.move(held.file(), new Move.Resume(), change)
                .<TaskOutcome>map(moved -> new TaskOutcome.Done(moved.id()))
                .orElseGet(() -> new TaskOutcome.NotNow(held.file().state().zh()));
    }
}
