package org.rongyi.career.campaign.mutual;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 网上双选：申请一个岗位, by himself or at the counter, until the closing instant of the server's clock. */
@Service
@Allow(
        self = true,
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class ApplyForPost implements Act<ApplyForPost.Command, ApplyOutcome> {

    private final Applying applying;

    ApplyForPost(Applying applying) {
        this.applying = applying;
    }

    public record Command(CommandId id, UUID candidate, UUID post) implements Act.Command {}

    @Override
    public ApplyOutcome run(Actor actor, Command command) {
        return applying.apply(actor, command.candidate(), command.post());
    }
}
