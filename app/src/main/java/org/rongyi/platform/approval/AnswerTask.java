package org.rongyi.platform.approval;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.documents.issued.Issuer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 同意、不同意: the answer of one seat. At a step that decides, the room of the service does at once what is agreed to, in
 * the same transaction; what it cannot do is not decided.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AnswerTask implements Act<AnswerTask.Command, TaskOutcome> {

    private static final int FEWEST_AT_A_MEETING = 3;

    private final TaskHold hold;
    private final Cases cases;
    private final Services services;

    AnswerTask(TaskHold hold, Cases cases, Services services) {
        this.hold = hold;
        this.cases = cases;
        this.services = services;
    }

    /**
     * @param opinion required against, and for the minutes of a meeting
     * @param meeting for 集体研究
     */
    public record Command(
            CommandId id,
            UUID task,
            Verdict verdict,
            String opinion,
            @Nullable Meeting meeting) implements org.rongyi.platform.act.Command {}

    /**
     * A meeting that decided.
     *
     * @param on the day, as written
     * @param present names of those present, three at least
     */
    public record Meeting(String on, String present) {

        int attended() {
            return (int) java.util.Arrays.stream(present.strip().split("[、，,；;\\s]+"))
                    .filter(name -> !name.isBlank())
                    .distinct()
                    .count();
        }
    }

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.SEAT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> answer((Actor.Office) actor, held, command);
        };
    }

    private TaskOutcome answer(Actor.Office office, TaskHold.Held held, Command command) {
        var task = held.task();
        if (task.step() == 0) {
            return new TaskOutcome.NotNow(held.file().state().zh());
        }
        var step = held.file().route().step(task.step());
        var objection = wording(step, command).or(() -> hold.samePerson(held)).or(() -> hold.unanswered(held));
        if (objection.isPresent()) {
            return objection.get();
        }
        var what = step.zh() + "：" + command.verdict().zh();
        var change = new Cases.Change(
                held.by(), what, words(command), task.id(), command.verdict().name());
        var move = new Move.Answer(task.seat(), command.verdict());
        var moved = cases.move(held.file(), move, change);
        if (moved.isEmpty()) {
            return new TaskOutcome.NotNow(held.file().state().zh());
        }
        hold.write(Issuer.of(office), held.file(), moved.get(), move, command.opinion());
        if (moved.get().result() == Result.AGREED) {
            var hindrance = services.get(moved.get().service()).carryOut(moved.get(), office);
            if (hindrance.isPresent()) {
                return new TaskOutcome.Hindered(hindrance.get());
            }
        }
        return new TaskOutcome.Done(moved.get().id());
    }

    private Optional<TaskOutcome> wording(Step step, Command command) {
        if (step.kind() == Step.Kind.MEETING) {
            var meeting = command.meeting();
            if (meeting == null || meeting.on().isBlank()) {
                return Optional.of(new TaskOutcome.Missing("meetingOn", "请填写哪天开的会"));
            }
            if (meeting.attended() < FEWEST_AT_A_MEETING) {
                return Optional.of(
                        new TaskOutcome.Missing("present", "集体研究至少 " + FEWEST_AT_A_MEETING + " 人参加，请写全姓名，用顿号隔开"));
            }
            return hold.unfit("present", meeting.present())
                    .or(() -> hold.unfit("meetingOn", meeting.on()))
                    .or(() -> hold.missing("opinion", command.opinion(), "请写会议怎么议定的"));
        }
        return command.verdict() == Verdict.AGAINST
                ? hold.missing("opinion", command.opinion(), "不同意要写明理由，会原样告知申请人")
                : hold.unfit("opinion", command.opinion());
    }

    private static String words(Command command) {
        var meeting = command.meeting();
        return meeting == null
                ? command.opinion()
                : "会议：" + meeting.on() + "；参加：" + meeting.present() + "；议定：" + command.opinion();
    }
}
