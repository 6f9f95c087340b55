package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 暂不销毁: the evidence of a case stays beyond its term, by a leader's word: a suit, an audit or an inspection needs it. The reason
 * stands in the history.
 */
@Service
@Allow(
        roles = Role.LEADER,
        levels = {Level.COUNTY, Level.CITY, Level.PROVINCE})
public class HoldEvidence implements Act<HoldEvidence.Command, TaskOutcome> {

    private final Cases cases;
    private final EvidenceHolds holds;
    private final TaskHold hold;

    HoldEvidence(Cases cases, EvidenceHolds holds, TaskHold hold) {
        this.cases = cases;
        this.holds = holds;
        this.hold = hold;
    }

    public record Command(CommandId id, UUID file, String reason) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var file = cases.lock(command.file());
        if (file.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        if (holds.isHeld(file.get().id())) {
            return new TaskOutcome.Over();
        }
        var missing = hold.missing("holdReason", command.reason(), "请写明为什么暂不销毁");
        if (missing.isPresent()) {
            return missing.get();
        }
        holds.open(file.get(), By.of(actor));
        cases.tell(file.get(), By.of(actor), "证明材料暂不销毁", command.reason());
        return new TaskOutcome.Done(file.get().id());
    }
}
