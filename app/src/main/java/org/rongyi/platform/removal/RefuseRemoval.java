package org.rongyi.platform.removal;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 不予核准清除: the document does not bear it, or it names another record; with a reason. Nothing was touched. */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class RefuseRemoval implements OfficeAct<RefuseRemoval.Command, RefuseRemoval.Outcome> {

    public static final int LONGEST = 200;

    private final Removals removals;
    private final Secrets secrets;
    private final AuditTrail audit;

    RefuseRemoval(Removals removals, Secrets secrets, AuditTrail audit) {
        this.removals = removals;
        this.secrets = secrets;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID removal, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record OwnProposal() implements Outcome, Refused {}

        record NothingWaits() implements Outcome, Refused {}

        /** None, or longer than the page takes. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var reason = command.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", reason);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var found = removals.lock(command.removal());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != Removal.State.PROPOSED) {
            return new Outcome.NothingWaits();
        }
        if (office.speaksFor(found.get().proposedBy())
                || office.speaksFor(found.get().proposedFor())) {
            return new Outcome.OwnProposal();
        }
        removals.decide(command.removal(), Removal.State.REFUSED, office, reason);
        audit.explain(new Detail(reason, List.of()));
        audit.changed("状态", Removal.State.PROPOSED.zh(), Removal.State.REFUSED.zh());
        return new Outcome.Declined(command.removal());
    }
}
