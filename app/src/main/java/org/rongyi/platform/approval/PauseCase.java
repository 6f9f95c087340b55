package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 中止计时，进入特别程序（勘验、鉴定、听证）: their days do not count (行政许可法 第 45 条). */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class PauseCase implements Act<PauseCase.Command, TaskOutcome> {

    private final TaskHold hold;

    PauseCase(TaskHold hold) {
        this.hold = hold;
    }

    public record Command(CommandId id, UUID task, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held ->
                hold.missing("reason", command.reason(), "请写明进行什么程序、由谁进行、预计多久")
                        .orElseGet(() -> hold.turn(held, new Move.Pause(), "进入特别程序，计时中止", command.reason()));
        };
    }
}
