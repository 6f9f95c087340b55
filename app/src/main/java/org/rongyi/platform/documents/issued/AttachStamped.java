package org.rongyi.platform.documents.issued;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 上传盖章扫描件: the document was printed, stamped and signed, and comes back as a scan; it stays with the document. */
@Component
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AttachStamped implements Act<AttachStamped.Command, AttachStamped.Outcome> {

    private final IssuedDocuments documents;
    private final IssuedReaders readers;
    private final DraftFiles drafts;
    private final AuditTrail audit;

    AttachStamped(IssuedDocuments documents, IssuedReaders readers, DraftFiles drafts, AuditTrail audit) {
        this.audit = audit;
        this.documents = documents;
        this.readers = readers;
        this.drafts = drafts;
    }

    /** The files are those kept under the command's id. */
    public record Command(CommandId id, UUID document) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {

        /** @param subject the document */
        record Attached(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The term of the document is over, and its content has gone: a scan of it would outlive it. */
        record ContentGone() implements Outcome, Refused {}

        record NoFile() implements Outcome, Refused {}

        /** @param reason for the person */
        record FileRefused(String reason) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var document = documents.find(command.document()).filter(found -> readers.mayOpen(actor, found));
        if (document.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (document.get().goneOn() != null) {
            return new Outcome.ContentGone();
        }
        if (drafts.list(actor, command.id()).isEmpty()) {
            return new Outcome.NoFile();
        }
        return switch (drafts.claim(actor, command.id(), documents.asOwner(command.document()))) {
            case Attachments.Added ignored -> {
                audit.said("盖章的扫描件", document.get().number());
                yield new Outcome.Attached(command.document());
            }
            case Attachments.Refused(var reason) -> new Outcome.FileRefused(reason);
        };
    }
}
