package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回申请: the applicant wants it no more; a unit that filed it for him writes down that he said so;
 * one of his family takes back what he filed himself. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true,
        kin = true)
public class WithdrawCase implements Act<WithdrawCase.Command, TaskOutcome> {

    private final Cases cases;
    private final TaskHold hold;
    private final Services services;

    WithdrawCase(Cases cases, TaskHold hold, Services services) {
        this.cases = cases;
        this.hold = hold;
        this.services = services;
    }

    /** The applicant himself always may; a unit and one of his family what they filed. */
    public static boolean isBroughtBy(Actor actor, CaseFile.Filed filed) {
        return switch (actor) {
            case Actor.Self _ -> true;
            case Actor.Office office -> office.unit().equals(filed.unit());
            case Actor.Kin kin -> filed.mandate() != null && kin.account().equals(filed.account());
            case Actor.Client _, Actor.Visitor _, Actor.Job _ -> false;
        };
    }

    public record Command(CommandId id, UUID file, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        if (!isBroughtBy(actor, file.filed())) {
            return new TaskOutcome.NotYours();
        }
        var missing = hold.missing("reason", command.reason(), "请写明为什么撤回");
        if (missing.isPresent()) {
            return missing.get();
        }
        var stays = services.get(file.service()).stays(file.id());
        if (stays.isPresent()) {
            return new TaskOutcome.Hindered(stays.get());
        }
        var change = new Cases.Change(By.of(actor), "撤回申请", command.reason(), null, null);
        return cases.move(file, new Move.Withdraw(), change)
                .<TaskOutcome>map(moved -> new TaskOutcome.Done(moved.id()))
                .orElseGet(() -> new TaskOutcome.NotNow(file.state().zh()));
    }
}
