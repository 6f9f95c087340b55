package org.rongyi.career.campaign.live;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 暂停、继续现场选岗: while it stands nobody chooses and nobody's time runs. The reason is public. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class PauseLive implements OfficeAct<PauseLive.Command, PauseLive.Outcome> {

    private static final int LONGEST = 100;

    private final PlacementCampaigns campaigns;
    private final LiveSessions sessions;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    PauseLive(PlacementCampaigns campaigns, LiveSessions sessions, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param why it pauses; null to go on */
    public record Command(
            CommandId id, UUID campaign, @Nullable String why) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Paused(UUID subject) implements Outcome, Done {}

        record GoesOn(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Not running, or already so. */
        record NotNow() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (campaigns.lock(command.campaign(), office).isEmpty()) {
            return new Outcome.NotFound();
        }
        sessions.lock(command.campaign());
        var found = sessions.find(command.campaign()).filter(LiveSession::isRunning);
        if (found.isEmpty() || (found.get().paused() == null) != (command.why() != null)) {
            return new Outcome.NotNow();
        }
        var session = found.get();
        var now = clock.instant();
        if (command.why() == null) {
            goOn(session);
            sessions.pause(session.campaign(), now, null);
            audit.changed("现场选岗", "暂停", "继续");
            return new Outcome.GoesOn(session.campaign());
        }
        if (command.why().isBlank() || command.why().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("why", command.why());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        sessions.pause(session.campaign(), now, command.why());
        audit.changed("现场选岗", "进行中", "暂停");
        return new Outcome.Paused(session.campaign());
    }

    /** The time it stood is given back to whose turn it is. */
    private void goOn(LiveSession session) {
        var paused = session.paused();
        if (paused != null) {
            LiveSessions.current(sessions.turns(session.campaign()))
                    .ifPresent(turn -> sessions.credit(turn, Duration.between(paused, clock.instant())));
        }
    }
}
