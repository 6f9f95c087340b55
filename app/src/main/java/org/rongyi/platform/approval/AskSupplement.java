package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 通知补正, all that is missing at once and only once; the clock stands still until it is brought (行政许可法 第 32 条). */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AskSupplement implements Act<AskSupplement.Command, TaskOutcome> {

    private final TaskHold hold;

    AskSupplement(TaskHold hold) {
        this.hold = hold;
    }

    /** @param what everything that is missing */
    public record Command(CommandId id, UUID task, String what) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> ask(actor, held, command);
        };
    }

    private TaskOutcome ask(Actor actor, TaskHold.Held held, Command command) {
        var missing = hold.missing("what", command.what(), "请一次写明要补的全部材料");
        if (missing.isPresent()) {
            return missing.get();
        }
        if (held.file().position().supplemented()) {
            return new TaskOutcome.NotNow("已经通知过一次补正");
        }
        return hold.move(actor, held, new Move.AskSupplement(), "一次性告知补正", command.what(), "SUPPLEMENT");
    }
}
