package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 差评回访、整改: what was found and mended; it goes into the history, where the applicant reads it.
 * Whoever handled the case does not look into the complaint about it.
 */
@Service
@Allow(roles = {Role.OFFICER, Role.LEADER})
public class AnswerComplaint implements Act<AnswerComplaint.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Cases cases;

    AnswerComplaint(TaskHold hold, Cases cases) {
        this.hold = hold;
        this.cases = cases;
    }

    public record Command(CommandId id, UUID task, String answer) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.COMPLAINT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> answer(held, command);
        };
    }

    private TaskOutcome answer(TaskHold.Held held, Command command) {
        var himself = hold.handled(held);
        if (himself.isPresent()) {
            return himself.get();
        }
        var missing = hold.missing("answer", command.answer(), "请写明怎么回访的、查实了什么、怎么整改");
        if (missing.isPresent()) {
            return missing.get();
        }
        cases.finish(held.task(), held.by(), "ANSWERED", command.answer());
        cases.tell(held.file(), held.by(), "差评回访、整改", command.answer());
        return new TaskOutcome.Done(held.file().id());
    }
}
