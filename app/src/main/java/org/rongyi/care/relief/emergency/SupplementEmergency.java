package org.rongyi.care.relief.emergency;

import java.time.Clock;
import java.time.LocalDate;
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

/** 补正应急救助申请: brings what was missing, and says the rest better. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class SupplementEmergency implements Act<SupplementEmergency.Command, Applied> {

    private final Emergencies emergencies;
    private final Applications applications;
    private final Secrets secrets;
    private final Clock clock;

    SupplementEmergency(Emergencies emergencies, Applications applications, Secrets secrets, Clock clock) {
        this.emergencies = emergencies;
        this.applications = applications;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param what in words, for the history */
    public record Command(CommandId id, UUID file, EmergencyRequest request, String what)
            implements org.rongyi.platform.act.Command {}

    @Override
    public Applied run(Actor actor, Command command) {
        return applications.supplement(
                actor,
                new Applications.Brought(command.id(), command.file(), command.what()),
                () -> unfit(command),
                () -> emergencies.rewrite(command.file(), withIllness(actor, command)));
    }

    /** Nobody but himself is shown the illness: left blank by another, it stays as he told it. */
    private EmergencyRequest withIllness(Actor actor, Command command) {
        var request = command.request();
        boolean kept = !(actor instanceof Actor.Self) && request.diagnosis().isBlank();
        return kept
                ? request.diagnosed(
                        emergencies.find(command.file()).orElseThrow().request().diagnosis())
                : request;
    }

    private Optional<Applied> unfit(Command command) {
        var request = command.request();
        if (emergencies.find(command.file()).isEmpty()) {
            return Optional.of(new Applied.NotFound());
        }
        if (request.isWanting()) {
            return Optional.of(AskEmergency.WANTING);
        }
        if (request.occurredOn().isAfter(LocalDate.now(clock))) {
            return Optional.of(AskEmergency.LATER);
        }
        return request.secret(secrets).map(Applied.LooksSecret::new);
    }
}
