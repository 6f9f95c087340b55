package org.rongyi.career.reception.scoring;

import java.util.UUID;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 核对矛盾: an entry contradicts itself, and somebody else than who typed it has looked: the papers do say so. It goes to the city with
 * that; a mistake of typing is typed anew instead.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class ClearStop implements OfficeAct<ClearStop.Command, ClearStop.Outcome> {

    private static final int LONGEST = 200;

    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final Secrets secrets;
    private final AuditTrail audit;

    ClearStop(Receptions receptions, Scores scores, Scoring scoring, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.secrets = secrets;
    }

    /** @param why what the papers say */
    public record Command(CommandId id, UUID reception, EnteredAs as, String why) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Cleared(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing of it is stopped. */
        record NotNow() implements Outcome, Refused {}

        /** Nobody clears his own entry. */
        record SamePerson() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var entry = scores.entries(command.reception()).get(command.as());
        if (entry == null || !entry.isStopped() || !found.get().isOpen()) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(entry.account())) {
            return new Outcome.SamePerson();
        }
        if (command.why().isBlank() || command.why().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("why", command.why());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.changed("评分的矛盾", "待核对", "已核对");
        scores.clear(entry.id(), command.why(), office);
        scoring.settle(found.get());
        return new Outcome.Cleared(command.reception());
    }
}
