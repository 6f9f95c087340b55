package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回意见: who answered last takes his answer back, as long as the next step has not begun on it. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class RecallAnswer implements Act<RecallAnswer.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Cases cases;
    private final Clock clock;

    RecallAnswer(TaskHold hold, Cases cases, Clock clock) {
        this.clock = clock;
        this.hold = hold;
        this.cases = cases;
    }

    /** @param task the one that was answered */
    public record Command(CommandId id, UUID task, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.see(actor, command.task())) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> recall(held, command);
        };
    }

    private TaskOutcome recall(TaskHold.Held held, Command command) {
        var file = held.file();
        var task = held.task();
        var done = task.done();
        if (done == null
                || "RECALLED".equals(done.verdict())
                || !Objects.equals(done.account(), held.by().account())) {
            return new TaskOutcome.NotYours();
        }
        boolean waits = isWaitingForOthers(file, task);
        if (!waits && !isLast(file, task)) {
            return new TaskOutcome.NotNow(file.state().isOver() ? file.state().zh() : "后面的环节已经在办");
        }
        var missing = hold.missing("reason", command.reason(), "请写明为什么撤回");
        if (missing.isPresent()) {
            return missing.get();
        }
        if (waits) {
            cases.tasks().signAnew(file, task, LocalDate.now(clock));
            cases.tell(file, held.by(), "撤回" + task.zh() + "的意见", command.reason());
            return new TaskOutcome.Done(file.id());
        }
        return hold.turn(held, new Move.Return(task.step()), "撤回" + task.zh() + "的意见", command.reason());
    }

    /** Whether the actor may take this answer back now: his own, and nothing was done on it since. */
    public boolean mayBy(Actor actor, CaseFile file, Task task) {
        return task.done() != null
                && Objects.equals(task.done().account(), By.of(actor).account())
                && (isWaitingForOthers(file, task) || isLast(file, task));
    }

    /** 会签: he has signed and others have not; then only his own signature is taken back. */
    boolean isWaitingForOthers(CaseFile file, Task task) {
        return task.kind() == Task.Kind.SEAT
                && task.round() == file.round()
                && file.position().step() == task.step()
                && task.done() != null
                && !"RECALLED".equals(task.done().verdict())
                && file.position().answers().containsKey(task.seat())
                && file.state() == State.HANDLING;
    }

    /** Whether the case went on with this answer, and nothing was done since. */
    boolean isLast(CaseFile file, Task task) {
        return task.kind() == Task.Kind.SEAT
                && task.round() == file.round()
                && file.position().step() == task.step() + 1
                && file.state() == State.HANDLING
                && cases.tasks(file.id()).stream()
                        .filter(other -> other.round() == file.round() && other.step() == task.step() + 1)
                        .allMatch(other -> other.isOpen() && other.kind() == Task.Kind.SEAT);
    }
}
