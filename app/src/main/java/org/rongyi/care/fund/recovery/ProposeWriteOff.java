package org.rongyi.care.fund.recovery;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 提出核销: what cannot be had back (he has died and left nothing, a court has waived it), with the document that says so. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ProposeWriteOff implements Act<ProposeWriteOff.Command, ProposeWriteOff.Outcome> {

    private final RecoveryHold hold;
    private final Recoveries recoveries;
    private final DraftFiles drafts;
    private final Secrets secrets;
    private final AuditTrail audit;

    ProposeWriteOff(RecoveryHold hold, Recoveries recoveries, DraftFiles drafts, Secrets secrets, AuditTrail audit) {
        this.hold = hold;
        this.recoveries = recoveries;
        this.drafts = drafts;
        this.secrets = secrets;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID recovery, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record NotOwed() implements Outcome, Refused {}

        record AlreadyProposed() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** No document is attached. */
        record NoPaper() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        record NotKept(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var office = RecoveryHold.office(actor);
        var held = hold.take(office, command.recovery());
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        var recovery = held.get();
        if (recovery.state() != Recovery.State.ORDERED) {
            return new Outcome.NotOwed();
        }
        if (recovery.waiver() != null) {
            return new Outcome.AlreadyProposed();
        }
        if (command.words().isBlank() || command.words().length() > OpenRecovery.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        return drafts.list(office, command.id()).isEmpty() ? new Outcome.NoPaper() : propose(office, command, recovery);
    }

    private Outcome propose(Actor.Office office, Command command, Recovery recovery) {
        recoveries.proposeWaiver(office, recovery.id(), command.words().strip());
        var owner = new AttachmentOwner(OpenRecovery.OWNER_KIND, recovery.id(), recovery.code(), recovery.person());
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)) {
            return new Outcome.NotKept(why);
        }
        audit.explain(new Detail(command.words(), List.of()));
        return new Outcome.Proposed(recovery.id());
    }
}
