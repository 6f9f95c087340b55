package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 委派、加签: asks a colleague, or another unit, before one answers oneself. The task stays with who asked, and cannot be
 * answered until they have, or are no longer asked.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AskOpinion implements Act<AskOpinion.Command, TaskOutcome> {

    private static final int DAYS = 3;

    private final TaskHold hold;
    private final Cases cases;
    private final Whom whom;
    private final Clock clock;

    AskOpinion(TaskHold hold, Cases cases, Whom whom, Clock clock) {
        this.hold = hold;
        this.cases = cases;
        this.whom = whom;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID task, Whom.Target to, String question) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> ask((Actor.Office) actor, held, command);
        };
    }

    private TaskOutcome ask(Actor.Office office, TaskHold.Held held, Command command) {
        var task = held.task();
        var missing = hold.missing("question", command.question(), "请写明要对方核实或答复什么");
        if (missing.isPresent()) {
            return missing.get();
        }
        if (held.file().state().isOver()) {
            return new TaskOutcome.NotNow(held.file().state().zh());
        }
        var found = whom.find(held.file(), office, command.to(), Set.of(Role.CLERK, Role.OFFICER, Role.LEADER));
        if (found.isEmpty()) {
            return new TaskOutcome.Missing("to", "请选择请谁提意见");
        }
        var today = LocalDate.now(clock);
        boolean own = found.get().desk().unit().equals(office.unit());
        var wanted = new TaskStore.Wanted(
                Task.Kind.OPINION,
                task.step(),
                task.seat(),
                own ? "委派核实" : "征求意见",
                found.get().desk(),
                found.get().roles(),
                found.get().person(),
                task.id(),
                command.question(),
                cases.after(today, DAYS));
        cases.ask(held.file(), wanted);
        cases.tell(
                held.file(),
                held.by(),
                (own ? "委派" : "加签：请") + found.get().inWords() + (own ? "核实" : "提出意见"),
                command.question());
        return new TaskOutcome.Done(held.file().id());
    }
}
