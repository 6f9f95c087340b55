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
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/**
 * 好差评 by the applicant, once, when his case is decided (广东省政务服务“好差评”办法). One of the two worst grades opens a work order
 * with the unit above the one that handled it.
 */
@Service
@Allow(self = true)
public class RateCase implements Act<RateCase.Command, TaskOutcome> {

    private final Cases cases;
    private final TaskHold hold;
    private final Ratings ratings;
    private final Policy policy;
    private final Clock clock;

    RateCase(Cases cases, TaskHold hold, Ratings ratings, Policy policy, Clock clock) {
        this.cases = cases;
        this.hold = hold;
        this.ratings = ratings;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param grade an entry of the list {@code approval.rating.grade} */
    public record Command(CommandId id, UUID file, String grade, String text)
            implements org.rongyi.platform.act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        if (!file.state().isOver()) {
            return new TaskOutcome.NotNow(file.state().zh());
        }
        var grade = policy.choices("approval.rating.grade", LocalDate.now(clock)).stream()
                .filter(choice -> choice.code().equals(command.grade()))
                .findFirst();
        if (grade.isEmpty()) {
            return new TaskOutcome.Missing("grade", "请选一个评价");
        }
        var objection = hold.unfit("text", command.text());
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!ratings.keep(file, new Ratings.Rating(command.grade(), command.text(), false))) {
            return new TaskOutcome.Over();
        }
        var by = By.of(actor);
        cases.tell(file, by, "评价：" + grade.get().zh(), command.text());
        if (Ratings.isComplaint(command.grade())) {
            openWorkOrder(file, command.text());
        }
        return new TaskOutcome.Done(file.id());
    }

    private void openWorkOrder(CaseFile file, String text) {
        var counter = cases.desk(file, 0, 0);
        var above = cases.above(file, counter.level()).orElse(counter);
        cases.ask(
                file,
                new TaskStore.Wanted(
                        Task.Kind.COMPLAINT,
                        file.position().step(),
                        0,
                        "差评回访、整改",
                        above,
                        Set.of(Role.OFFICER, Role.LEADER),
                        null,
                        null,
                        text,
                        cases.after(
                                LocalDate.now(clock), policy.number("approval.complaint.days", LocalDate.now(clock)))));
    }
}
