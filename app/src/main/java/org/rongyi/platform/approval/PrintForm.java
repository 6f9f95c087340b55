package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 打印申请表: filled in from the case, with the unit's 文号, to be signed, stamped and scanned back. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class PrintForm implements Act<PrintForm.Command, TaskOutcome> {

    private final Cases cases;
    private final CaseForms forms;

    PrintForm(Cases cases, CaseForms forms) {
        this.cases = cases;
        this.forms = forms;
    }

    public record Command(CommandId id, UUID file) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return cases.lock(command.file())
                .flatMap(file -> forms.issue((Actor.Office) actor, file))
                .<TaskOutcome>map(issued -> new TaskOutcome.Done(command.file()))
                .orElseGet(TaskOutcome.NotFound::new);
    }
}
