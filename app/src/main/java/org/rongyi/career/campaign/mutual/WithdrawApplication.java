package org.rongyi.career.campaign.mutual;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 网上双选：撤回对一个岗位的申请, until the closing instant; afterwards it stands. */
@Service
@Allow(
        self = true,
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class WithdrawApplication implements Act<WithdrawApplication.Command, ApplyOutcome> {

    private final Applying applying;

    WithdrawApplication(Applying applying) {
        this.applying = applying;
    }

    public record Command(CommandId id, UUID candidate, UUID post) implements Act.Command {}

    @Override
    public ApplyOutcome run(Actor actor, Command command) {
        return applying.withdraw(actor, command.candidate(), command.post());
    }
}
