package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 逾期未补正: only when the days given to bring it are over. What was accepted goes on without it, anything else ends. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class LapseCase implements Act<LapseCase.Command, TaskOutcome> {

    private final TaskHold hold;
    private final Clock clock;

    LapseCase(TaskHold hold, Clock clock) {
        this.hold = hold;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID task, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.WAIT)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> lapse(actor, held, command);
        };
    }

    private TaskOutcome lapse(Actor actor, TaskHold.Held held, Command command) {
        if (!held.task().due().on().isBefore(LocalDate.now(clock))) {
            return new TaskOutcome.NotNow("补正期限未到");
        }
        var what = held.file().acceptance().on() == null ? "逾期未补正，终止办理" : "逾期未补正，已受理的按现有材料接着办";
        return hold.missing("reason", command.reason(), "请写明怎么核实的，例如：两次电话提醒，本人表示不再申请")
                .orElseGet(() -> hold.move(actor, held, new Move.Lapse(), what, command.reason(), "LAPSED"));
    }
}
