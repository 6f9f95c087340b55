package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.documents.issued.Issuer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 异议审查: each objection is examined and answered in writing. One that holds leads the case back to the step the route names, and
 * takes the notice down; when the last one that does not hold is answered and the days are over, the case goes on. A
 * case that has left the 公示 meanwhile is not moved; the answer is owed all the same.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class ExamineObjection implements Act<ExamineObjection.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Cases cases;
    private final Objections objections;
    private final PublicNotices notices;
    private final CasePapers papers;
    private final Clock clock;

    ExamineObjection(
            TaskHold hold, Cases cases, Objections objections, PublicNotices notices, CasePapers papers, Clock clock) {
        this.hold = hold;
        this.cases = cases;
        this.objections = objections;
        this.notices = notices;
        this.papers = papers;
        this.clock = clock;
    }

    /** @param answer what was found and why, as whoever objected gets it */
    public record Command(CommandId id, UUID task, Objection.Ruling ruling, String answer) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.OBJECTION)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held ->
                hold.missing("answer", command.answer(), "请写明查了什么、结论和理由，会书面答复提异议的人")
                        .or(() -> hold.samePerson(held))
                        .orElseGet(() -> examine((Actor.Office) actor, held, command));
        };
    }

    private TaskOutcome examine(Actor.Office office, TaskHold.Held held, Command command) {
        var objection = objections.byTask(held.task().id()).orElseThrow();
        var today = LocalDate.now(clock);
        var answer = new Objection.Answer(command.ruling(), command.answer(), today, office.name(), office.unitName());
        objections.answer(objection.id(), answer);
        cases.finish(held.task(), held.by(), command.ruling().name(), "");
        cases.tell(
                held.file(),
                held.by(),
                "审查异议（" + objection.number() + "）：" + command.ruling().zh(),
                null);
        cases.trail().ruled(objection, command.ruling());
        var notice = notices.of(held.file().id()).stream()
                .filter(one -> one.id().equals(objection.notice()))
                .findFirst()
                .orElseThrow();
        papers.objection(Issuer.of(office), objection, notice, answer);
        cases.news().answered(objection, notice);
        move(held, command.ruling());
        return new TaskOutcome.Done(held.file().id());
    }

    private void move(TaskHold.Held held, Objection.Ruling ruling) {
        var file = held.file();
        var shown = file.route().step(file.position().step()).publication();
        if (!file.isPublic() || shown == null || file.round() != held.task().round()) {
            return;
        }
        if (ruling == Objection.Ruling.UPHELD) {
            int back = file.route().back(shown);
            var what = "异议成立，退回“" + file.route().step(back).zh() + "”";
            cases.move(file, new Move.Return(back), new Cases.Change(held.by(), what, null, null, null));
        } else {
            cases.endPublication(file, held.by());
        }
    }
}
