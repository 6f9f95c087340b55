package org.rongyi.platform.documents.issued;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 撤下盖章扫描件: the wrong paper was scanned. That it was here stays, with the reason. */
@Component
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class TakeAwayStamped implements Act<TakeAwayStamped.Command, TakeAwayStamped.Outcome> {

    private final IssuedDocuments documents;
    private final IssuedReaders readers;
    private final Attachments attachments;
    private final AuditTrail audit;

    TakeAwayStamped(IssuedDocuments documents, IssuedReaders readers, Attachments attachments, AuditTrail audit) {
        this.audit = audit;
        this.documents = documents;
        this.readers = readers;
        this.attachments = attachments;
    }

    /** @param reason why, not blank */
    public record Command(CommandId id, UUID document, UUID scan, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {

        /** @param subject the document */
        record TakenAway(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Somebody else did meanwhile. */
        record Stale() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var document = documents.find(command.document()).filter(found -> readers.mayOpen(actor, found));
        var scan = attachments
                .find(command.scan())
                .filter(found -> found.ownerKind().equals(IssuedDocuments.OWNER_KIND)
                        && found.ownerId().equals(command.document()));
        if (document.isEmpty() || scan.isEmpty()) {
            return new Outcome.NotFound();
        }
        audit.explain(new Detail(
                command.reason(),
                List.of(new Detail.Change("盖章的扫描件", document.get().number(), null))));
        return attachments.takeAway(actor, command.scan(), command.reason())
                ? new Outcome.TakenAway(command.document())
                : new Outcome.Stale();
    }
}
