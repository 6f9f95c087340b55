package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 转办: the task waits for a colleague, or at another unit that serves the place. A superior on whose list it stands may do
 * the same, or take it himself (提级办理).
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class PassOn implements Act<PassOn.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Cases cases;
    private final Whom whom;

    PassOn(TaskHold hold, Cases cases, Whom whom) {
        this.hold = hold;
        this.cases = cases;
        this.whom = whom;
    }

    public record Command(CommandId id, UUID task, Whom.Target to, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.takeOrRaised(actor, command.task())) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> pass((Actor.Office) actor, held, command);
        };
    }

    private TaskOutcome pass(Actor.Office office, TaskHold.Held held, Command command) {
        var missing = hold.missing("reason", command.reason(), "请写明为什么转办");
        if (missing.isPresent()) {
            return missing.get();
        }
        var found = whom.find(held.file(), office, command.to(), held.task().roles());
        if (found.isEmpty()) {
            return new TaskOutcome.Missing("to", "请选择转给谁办");
        }
        if (held.file().service().equals(Rechecks.SERVICE)
                && found.get().desk().level().number() > held.task().level().number()) {
            return new TaskOutcome.Missing("to", "复核不能转给下级办，可以请下级提意见");
        }
        cases.tasks()
                .assign(
                        held.file(),
                        held.task(),
                        found.get().desk(),
                        found.get().person());
        cases.tell(
                held.file(), held.by(), held.task().zh() + "：转给" + found.get().inWords() + "办理", command.reason());
        cases.trail()
                .passed(
                        held.task().zh() + "：转办",
                        held.task().whom(),
                        found.get().whom());
        return new TaskOutcome.Done(held.file().id());
    }
}
