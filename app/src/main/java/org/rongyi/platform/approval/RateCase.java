package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/**
 * 好差评 by the applicant, once, when his case is decided (广东省政务服务“好差评”办法): on his own, at the counter that filed it for him and
 * writes down what he says, or through the family member who filed it; then both names are kept. One of the two worst grades opens a work order
 * with the bureau above the unit that decided it.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true,
        kin = true)
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
    public record Command(CommandId id, UUID file, String grade, String text) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        if (!WithdrawCase.isBroughtBy(actor, file.filed())) {
            return new TaskOutcome.NotYours();
        }
        var by = By.of(actor);
        var himself = actor instanceof Actor.Office ? hold.decided(file, by) : Optional.<TaskOutcome>empty();
        if (himself.isPresent()) {
            return himself.get();
        }
        if (!isOpen(file)) {
            return new TaskOutcome.NotNow(
                    file.result() == null ? file.state().zh() : file.result().zh());
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
        if (!ratings.keep(file, new Ratings.Rating(command.grade(), command.text(), false, teller(actor)))) {
            return new TaskOutcome.Over();
        }
        var told = actor instanceof Actor.Office ? "本人到窗口评价，代为登记：" : "评价：";
        cases.tell(file, by, told + grade.get().zh(), command.text());
        if (Ratings.isComplaint(command.grade())) {
            openWorkOrder(file, command.text());
        }
        return new TaskOutcome.Done(file.id());
    }

    /** Who wrote it down for him, or rated in his place; none when he did it himself. */
    private static @Nullable String teller(Actor actor) {
        var by = By.of(actor);
        return actor instanceof Actor.Self ? null : by.name() + "（" + by.unit() + "）";
    }

    /** Whether there is something to rate: it is decided, and not taken back by the applicant himself. */
    public static boolean isOpen(CaseFile file) {
        return file.state().isOver() && file.result() != Result.WITHDRAWN;
    }

    /** One above the unit complained of; the province, which has none above, hears it itself, by another person. */
    private void openWorkOrder(CaseFile file, String text) {
        var decided = hold.decidedAt(file);
        var above = cases.above(file, decided.level()).orElse(decided);
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
