package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 接收移送: the case waits here from now on; the applicant is told who handles it, and whoever handed it over that it arrived. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AcceptTransfer implements OfficeAct<AcceptTransfer.Command, TaskOutcome> {

    private final Transfers transfers;
    private final Transferring transferring;
    private final Cases cases;

    AcceptTransfer(Transfers transfers, Transferring transferring, Cases cases) {
        this.transfers = transfers;
        this.transferring = transferring;
        this.cases = cases;
    }

    public record Command(CommandId id, UUID transfer) implements OfficeAct.Command {}

    @Override
    public TaskOutcome run(Actor.Office office, Command command) {
        var asked = transfers.find(command.transfer()); // held by the function that moves it, after its case
        if (asked.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        if (!office.unit().equals(asked.get().to().unit())) {
            return new TaskOutcome.NotYours();
        }
        if (!asked.get().isOpen()) {
            return new TaskOutcome.Over();
        }
        var outcome = transferring.take(asked.get(), office);
        if (outcome instanceof TaskOutcome.Done) {
            cases.news().transferAnswered(asked.get(), Transfer.State.ACCEPTED);
        }
        return outcome;
    }
}
