package org.rongyi.care.relief.emergency;

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

/** 补正应急救助申请: brings what was missing, and says the rest better. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class SupplementEmergency implements Act<SupplementEmergency.Command, Applied> {

    private final Applications applications;
    private final EmergencyApplication application;

    SupplementEmergency(Applications applications, EmergencyApplication application) {
        this.applications = applications;
        this.application = application;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, EmergencyRequest request, String what)
            implements Mending<EmergencyRequest> {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.mend(actor, command, application);
    }
}
