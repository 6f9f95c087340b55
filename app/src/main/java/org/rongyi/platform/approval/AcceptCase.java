package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 受理: the material is complete and ours to decide on. The clock of the decision starts today. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AcceptCase implements Act<AcceptCase.Command, TaskOutcome> {

    private final TaskHold hold;

    AcceptCase(TaskHold hold) {
        this.hold = hold;
    }

    public record Command(CommandId id, UUID task, String opinion) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> accept(actor, held, command);
        };
    }

    private TaskOutcome accept(Actor actor, TaskHold.Held held, Command command) {
        var objection = hold.unfit("opinion", command.opinion())
                .or(() -> hold.samePerson(held))
                .or(() -> hold.unanswered(held));
        return objection.orElseGet(
                () -> hold.move(actor, held, new Move.Accept(), "受理", command.opinion(), "ACCEPTED"));
    }
}
