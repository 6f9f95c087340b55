package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.documents.issued.Issuer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 同意、不同意: the answer of one seat; after the decision 汇总报送、拨付. At the last step the room of the service does at once
 * what was agreed to, in the same transaction; what it cannot do is not done, and the case stays where it is.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AnswerTask implements Act<AnswerTask.Command, TaskOutcome> {

    private static final int FEWEST_AT_A_MEETING = 3;
    private static final int FIRST_YEAR = 2018;

    private final TaskHold hold;
    private final Cases cases;
    private final Services services;
    private final Clock clock;

    AnswerTask(TaskHold hold, Cases cases, Services services, Clock clock) {
        this.clock = clock;
        this.hold = hold;
        this.cases = cases;
        this.services = services;
    }

    /**
     * @param opinion required against, and for the minutes of a meeting
     * @param meeting for 集体研究
     * @param given what the service asks for at the step, by its names
     */
    public record Command(
            CommandId id,
            UUID task,
            Verdict verdict,
            String opinion,
            @Nullable Meeting meeting,
            Given given) implements Act.Command {

        /** Where nothing else is asked. */
        public Command(CommandId id, UUID task, Verdict verdict, String opinion, @Nullable Meeting meeting) {
            this(id, task, verdict, opinion, meeting, Given.NOTHING);
        }
    }

    /**
     * What is said besides the opinion.
     *
     * @param publish 视情公示: whether it hangs; none where that is not asked
     * @param unpublished why it does not hang
     */
    public record Given(
            Map<String, List<String>> fields, @Nullable Boolean publish, String unpublished) {

        public static final Given NOTHING = new Given(Map.of(), null, "");

        public Given {
            fields = Map.copyOf(fields);
        }
    }

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
        var objection = wording(step, command)
                .or(() -> publication(held.file(), command.given()))
                .or(() -> hold.samePerson(held))
                .or(() -> hold.unanswered(held));
        if (objection.isPresent()) {
            return objection.get();
        }
        return switch (services.get(held.file().service())
                .take(held.file(), command.verdict(), command.given().fields(), office)) {
            case CaseService.Wrong(var field, var why) -> new TaskOutcome.Missing(field, why);
            case CaseService.Kept(var words, var inPublic) -> {
                if (inPublic != null) {
                    cases.sayInPublic(held.file().id(), inPublic);
                }
                yield sign(office, held, command, words);
            }
        };
    }

    private TaskOutcome sign(Actor.Office office, TaskHold.Held held, Command command, String kept) {
        var task = held.task();
        var step = held.file().route().step(task.step());
        var what = step.kind().carriesOut()
                ? step.zh()
                : step.zh() + "：" + step.kind().said(command.verdict());
        boolean unpublished = Boolean.FALSE.equals(command.given().publish());
        var said = joined(
                words(command), kept, unpublished ? "不公示：" + command.given().unpublished() : "");
        var change = new Cases.Change(
                held.by(), what, said, task.id(), command.verdict().name());
        var move = new Move.Answer(task.seat(), command.verdict(), unpublished);
        var moved = cases.move(held.file(), move, change);
        if (moved.isEmpty()) {
            return new TaskOutcome.NotNow(held.file().state().zh());
        }
        hold.write(Issuer.of(office), held.file(), moved.get(), move, said);
        var result = moved.get().result();
        if (result != null && result.isCarriedOut()) {
            var hindrance = services.get(moved.get().service()).carryOut(moved.get(), office);
            if (hindrance.isPresent()) {
                return new TaskOutcome.Hindered(hindrance.get());
            }
        }
        return new TaskOutcome.Done(moved.get().id());
    }

    /** 视情公示: it is said whether, and why not. */
    private Optional<TaskOutcome> publication(CaseFile file, Given given) {
        if (!file.route().mayLeaveOutPublication(file.position())) {
            return given.publish() == null
                    ? Optional.empty()
                    : Optional.of(new TaskOutcome.NotNow(file.state().zh()));
        }
        if (given.publish() == null) {
            return Optional.of(new TaskOutcome.Missing("publish", "请选择要不要公示"));
        }
        return given.publish()
                ? Optional.empty()
                : hold.missing("unpublished", given.unpublished(), "不公示的，写明为什么，例如涉及隐私、情况紧急");
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }

    private Optional<TaskOutcome> wording(Step step, Command command) {
        if (step.kind().carriesOut() && command.verdict() == Verdict.AGAINST) {
            return Optional.of(new TaskOutcome.Missing("opinion", "这一步不作决定；有问题的，退回并写明原因"));
        }
        if (step.kind() == Step.Kind.MEETING) {
            var meeting = command.meeting();
            if (meeting == null || !isHeld(meeting)) {
                return Optional.of(new TaskOutcome.Missing("meetingOn", "请填写哪天开的会，还没有开的不填"));
            }
            if (meeting.attended() < FEWEST_AT_A_MEETING) {
                return Optional.of(
                        new TaskOutcome.Missing("present", "集体研究至少 " + FEWEST_AT_A_MEETING + " 人参加，请写全姓名，用顿号隔开"));
            }
            return hold.unfit("present", meeting.present())
                    .or(() -> hold.missing("opinion", command.opinion(), "请写会议怎么议定的"));
        }
        if (step.kind() == Step.Kind.RECHECK) {
            return hold.missing("opinion", command.opinion(), "请写明复核查了什么、结论和理由，会写进复核决定书");
        }
        return command.verdict() == Verdict.AGAINST
                ? hold.missing("opinion", command.opinion(), "不同意要写明理由，会原样告知申请人")
                : hold.unfit("opinion", command.opinion());
    }

    private boolean isHeld(Meeting meeting) {
        try {
            var on = LocalDate.parse(meeting.on().strip());
            return on.getYear() >= FIRST_YEAR && !on.isAfter(LocalDate.now(clock));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String words(Command command) {
        var meeting = command.meeting();
        return meeting == null
                ? command.opinion()
                : "会议：" + meeting.on() + "；参加：" + meeting.present() + "；议定：" + command.opinion();
    }
}
