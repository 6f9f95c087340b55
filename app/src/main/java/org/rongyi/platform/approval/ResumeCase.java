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

    ResumeCase(TaskHold hold) {
        this.hold = hold;
    }

    /** @param outcome what came of it */
    public record Command(CommandId id, UUID task, String outcome) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held ->
                hold.missing("outcome", command.outcome(), "请写明特别程序的结果")
                        .orElseGet(() -> hold.turn(held, new Move.Resume(), "特别程序结束，恢复计时", command.outcome()));
        };
    }
}
