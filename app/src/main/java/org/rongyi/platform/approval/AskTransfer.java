package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 移送: the unit where a case waits hands it to the one that is to handle it, as the applicant's file says today. The other one
 * accepts it or sends it back; where both places have the same unit for the step, it goes at once.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AskTransfer implements OfficeAct<AskTransfer.Command, TaskOutcome> {

    private final Cases cases;
    private final Transfers transfers;
    private final Transferring transferring;
    private final TaskHold hold;

    AskTransfer(Cases cases, Transfers transfers, Transferring transferring, TaskHold hold) {
        this.cases = cases;
        this.transfers = transfers;
        this.transferring = transferring;
        this.hold = hold;
    }

    public record Command(CommandId id, UUID file, String reason) implements OfficeAct.Command {}

    @Override
    public TaskOutcome run(Actor.Office office, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        var open = cases.tasks(file.id()).stream().filter(Task::isOpen).toList();
        var mine = open.stream().filter(task -> task.waitsFor(office)).findFirst();
        if (mine.isEmpty()) {
            return new TaskOutcome.NotYours();
        }
        var asked =
                open.stream().filter(task -> task.kind() == Task.Kind.OPINION).findFirst();
        if (asked.isPresent()) {
            return new TaskOutcome.Unanswered(asked.get().whom());
        }
        var right = transferring.right(file);
        if (right.isEmpty()) {
            return new TaskOutcome.NotNow(file.state().zh());
        }
        return hold.missing("reason", command.reason(), "请写明为什么移送")
                .orElseGet(() -> ask(office, file, mine.get(), right.get(), command.reason()));
    }

    private TaskOutcome ask(Actor.Office office, CaseFile file, Task task, Transferring.Right right, String reason) {
        var transfer = transfers.ask(file, task, right.desk(), right.place(), office, reason);
        if (transfer.isEmpty()) {
            return new TaskOutcome.Over();
        }
        cases.tell(file, By.of(office), "移送" + right.desk().name(), reason);
        if (right.desk().unit().equals(office.unit())) {
            return transferring.take(transfer.get(), office);
        }
        cases.news().transferAsked(transfer.get(), task.roles());
        return new TaskOutcome.Done(transfer.get().id());
    }
}
