package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 不予受理, in writing: with the reason; the page adds what may be done against it (行政许可法 第 32、38 条). */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class DeclineCase implements Act<DeclineCase.Command, TaskOutcome> {

    private final TaskHold hold;

    DeclineCase(TaskHold hold) {
        this.hold = hold;
    }

    public record Command(CommandId id, UUID task, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> decline(actor, held, command);
        };
    }

    private TaskOutcome decline(Actor actor, TaskHold.Held held, Command command) {
        return hold.missing("reason", command.reason(), "请写明为什么不予受理")
                .or(() -> hold.samePerson(held))
                .or(() -> hold.unanswered(held))
                .orElseGet(() -> hold.move(actor, held, new Move.Decline(), "不予受理", command.reason(), "DECLINED"));
    }
}
