package org.rongyi.care.visit;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 撤下现场照片: a picture that shows what must not be kept (an unmasked paper, a stranger) leaves the record at once, and the
 * store by the nightly sweep. Also from a record that was withdrawn. Why stands in the trail. See docs/leak-removal.md.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class TakeAwayPhoto implements Act<TakeAwayPhoto.Command, TakeAwayPhoto.Outcome> {

    private final Visits visits;
    private final VisitPhotos photos;
    private final VisitChecks checks;
    private final AuditTrail audit;

    TakeAwayPhoto(Visits visits, VisitPhotos photos, VisitChecks checks, AuditTrail audit) {
        this.visits = visits;
        this.photos = photos;
        this.checks = checks;
        this.audit = audit;
    }

    /** @param position the picture's number within the record, from 1; the others keep theirs */
    public record Command(CommandId id, UUID visit, int position, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record TakenAway(UUID subject) implements Outcome, Done {}

        /** Absent, taken away before, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record Objected(VisitChecks.Objection objection) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var secret = checks.secret("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Objected(secret.get());
        }
        if (visits.lock(command.visit()).isEmpty() || !photos.takeAway(command.visit(), command.position())) {
            return new Outcome.NotFound();
        }
        audit.explain(new Detail("撤下第 " + command.position() + " 张：" + command.reason(), List.of()));
        return new Outcome.TakenAway(command.visit());
    }
}
