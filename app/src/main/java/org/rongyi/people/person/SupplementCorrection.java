package org.rongyi.people.person;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applications;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Mending;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 补正更正申请: brings what was missing; the request may be said better at the same time. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class SupplementCorrection implements Act<SupplementCorrection.Command, Applied> {

    private final Applications applications;
    private final CorrectionApplication application;

    SupplementCorrection(Applications applications, CorrectionApplication application) {
        this.applications = applications;
        this.application = application;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, CorrectionRequest request, String what)
            implements Mending<CorrectionRequest> {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.mend(actor, command, application);
    }
}
