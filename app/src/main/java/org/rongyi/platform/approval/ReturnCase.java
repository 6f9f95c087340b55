package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 退回 to any earlier step: it is done again there, with the reason in the history. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class ReturnCase implements Act<ReturnCase.Command, TaskOutcome> {

    private final TaskHold hold;

    ReturnCase(TaskHold hold) {
        this.hold = hold;
    }

    /** @param step the index of the step on the case's route */
    public record Command(CommandId id, UUID task, int step, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> giveBack(actor, held, command);
        };
    }

    private TaskOutcome giveBack(Actor actor, TaskHold.Held held, Command command) {
        var missing = hold.missing("reason", command.reason(), "请写明退回的原因和要补做的事");
        if (missing.isPresent()) {
            return missing.get();
        }
        var steps = held.file().route().steps();
        if (command.step() < 0 || command.step() >= held.task().step()) {
            return new TaskOutcome.Missing("step", "只能退回前面的环节");
        }
        var what = "退回" + steps.get(command.step()).zh();
        return hold.move(actor, held, new Move.Return(command.step()), what, command.reason(), "RETURNED");
    }
}
