package org.rongyi.platform.documents.issued.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.FileAnswer;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 打开签发的文件: by whoever may open the attachments of its record, and its person. */
@Controller
class IssuedController {

    private final IssuedDocuments documents;
    private final List<AttachmentReaders> readers;
    private final Transactions transactions;
    private final AuditTrail trail;

    IssuedController(
            IssuedDocuments documents,
            ObjectProvider<AttachmentReaders> readers,
            Transactions transactions,
            AuditTrail trail) {
        this.documents = documents;
        this.readers = readers.orderedStream().toList();
        this.transactions = transactions;
        this.trail = trail;
    }

    @GetMapping("/documents/{issued}/file")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true)
    ResponseEntity<byte[]> open(Actor actor, @PathVariable UUID issued) {
        return transactions.write(actor, () -> {
            var document = documents
                    .find(issued)
                    .filter(found -> readers.stream()
                            .anyMatch(room ->
                                    room.ownerKind().equals(found.ownerKind()) && room.mayOpen(actor, found.ownerId())))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var content = documents
                    .open(issued)
                    .orElseThrow(() -> new IllegalStateException("签发的文件不见了：" + document.number()));
            trail.record(actor, new AuditTrail.Entry("OpenDocument", issued, "Opened", true));
            return FileAnswer.saved(document.fileName(), Checked.PDF).body(content);
        });
    }
}
