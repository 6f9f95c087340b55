package org.rongyi.people.person;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applications;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 补正更正申请: brings what was missing; the request may be said better at the same time. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class SupplementCorrection implements Act<SupplementCorrection.Command, Applied> {

    private final CorrectionRequests requests;
    private final Applications applications;
    private final Secrets secrets;

    SupplementCorrection(CorrectionRequests requests, Applications applications, Secrets secrets) {
        this.requests = requests;
        this.applications = applications;
        this.secrets = secrets;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, CorrectionRequest request, String what)
            implements org.rongyi.platform.act.Command {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.supplement(
                actor,
                new Applications.Brought(command.id(), command.file(), command.what()),
                () -> unfit(command),
                () -> requests.rewrite(command.file(), command.request()));
    }

    private Optional<Applied> unfit(Command command) {
        var request = command.request();
        if (requests.find(command.file()).isEmpty()) {
            return Optional.of(new Applied.NotFound());
        }
        if (request.ground().isBlank()) {
            return Optional.of(new Applied.Objected("ground", "请写明哪里不对、有什么证明"));
        }
        if (request.isEmpty()) {
            return Optional.of(new Applied.Objected("name", "没有要更正的，请至少改一处"));
        }
        return request.secret(secrets).map(Applied.LooksSecret::new);
    }
}
