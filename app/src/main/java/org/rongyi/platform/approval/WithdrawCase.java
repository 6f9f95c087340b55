package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回申请: the applicant wants it no more; a unit that filed it for him writes down that he said so. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true)
public class WithdrawCase implements Act<WithdrawCase.Command, TaskOutcome> {

    private final Cases cases;
    private final TaskHold hold;

    WithdrawCase(Cases cases, TaskHold hold) {
        this.cases = cases;
        this.hold = hold;
    }

    public record Command(CommandId id, UUID file, String reason) implements org.rongyi.platform.act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        if (actor instanceof Actor.Office office
                && !office.unit().equals(file.filed().unit())) {
            return new TaskOutcome.NotYours();
        }
        var missing = hold.missing("reason", command.reason(), "请写明为什么撤回");
        if (missing.isPresent()) {
            return missing.get();
        }
        var change = new Cases.Change(By.of(actor), "撤回申请", command.reason(), null, null);
        return cases.move(file, new Move.Withdraw(), change)
                .<TaskOutcome>map(moved -> new TaskOutcome.Done(moved.id()))
                .orElseGet(() -> new TaskOutcome.NotNow(file.state().zh()));
    }
}
