package org.rongyi.platform.approval.apply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act.Command;

/** 申请, as the command of any service's act. */
public interface Asking<R extends Request> extends Command {

    UUID person();

    R request();

    /** Why a post files it for him; none from himself or his family. */
    @Nullable
    String agentGround();
}
