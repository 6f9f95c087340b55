package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 退回移送, with the reason: the case stays where it is, and goes on there. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class DeclineTransfer implements OfficeAct<DeclineTransfer.Command, TaskOutcome> {

    private final Transfers transfers;
    private final TaskHold hold;
    private final Cases cases;

    DeclineTransfer(Transfers transfers, TaskHold hold, Cases cases) {
        this.transfers = transfers;
        this.hold = hold;
        this.cases = cases;
    }

    public record Command(CommandId id, UUID transfer, String reason) implements OfficeAct.Command {}

    @Override
    public TaskOutcome run(Actor.Office office, Command command) {
        var asked = transfers.lock(command.transfer());
        if (asked.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        if (!office.unit().equals(asked.get().to().unit())) {
            return new TaskOutcome.NotYours();
        }
        if (!asked.get().isOpen()) {
            return new TaskOutcome.Over();
        }
        var missing = hold.missing("reason", command.reason(), "请写明为什么退回");
        if (missing.isPresent()) {
            return missing.get();
        }
        if (!transfers.decline(asked.get(), office, command.reason())) {
            return new TaskOutcome.Over();
        }
        cases.trail().told(By.of(office), "退回" + asked.get().from().name() + "的移送");
        cases.news().transferAnswered(asked.get(), Transfer.State.DECLINED);
        return new TaskOutcome.Done(asked.get().id());
    }
}
