package org.rongyi.platform.documents.attachment.web;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.FileAnswer;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * 打开附件: to whoever may see its record. It comes as a file to save, which no page of ours runs; that it was opened stands in
 * the trail, that its small picture was shown beside its name does not.
 */
@Controller
class AttachmentController {

    private final Attachments attachments;
    private final List<AttachmentReaders> readers;
    private final Transactions transactions;
    private final AuditTrail trail;

    AttachmentController(
            Attachments attachments,
            ObjectProvider<AttachmentReaders> readers,
            Transactions transactions,
            AuditTrail trail) {
        this.attachments = attachments;
        this.readers = readers.orderedStream().toList();
        this.transactions = transactions;
        this.trail = trail;
    }

    @GetMapping("/attachments/{attachment}")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true,
            kin = true)
    ResponseEntity<InputStreamResource> open(Actor actor, @PathVariable UUID attachment) {
        return transactions.write(actor, () -> {
            var found = require(actor, attachment);
            var content = content(found, attachments::open);
            trail.record(actor, new AuditTrail.Entry("OpenAttachment", attachment, "Opened", true));
            seen(actor, found);
            return FileAnswer.saved(found.name(), found.mediaType()).body(new InputStreamResource(content));
        });
    }

    @GetMapping("/attachments/{attachment}/preview")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true,
            kin = true)
    ResponseEntity<InputStreamResource> preview(Actor actor, @PathVariable UUID attachment) {
        return transactions.read(actor, () -> {
            var content = content(require(actor, attachment), attachments::preview);
            return FileAnswer.shown(MediaType.IMAGE_JPEG_VALUE).body(new InputStreamResource(content));
        });
    }

    /** Whose it is finds in 谁看过我的档案 who opened it. */
    private void seen(Actor actor, Attachment found) {
        if (actor instanceof Actor.Kin kin) {
            trail.recordForFamily(kin, "打开材料 " + found.name());
        } else if (actor instanceof Actor.Office office) {
            attachments
                    .personOf(found.id())
                    .ifPresent(person -> trail.recordReading(office, person, "打开材料 " + found.name()));
        }
    }

    private Attachment require(Actor actor, UUID id) {
        return attachments
                .find(id)
                .filter(found -> found.away() == null)
                .filter(found -> readers.stream()
                        .anyMatch(room ->
                                room.ownerKind().equals(found.ownerKind()) && room.mayOpen(actor, found.ownerId())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static InputStream content(Attachment found, Function<UUID, Optional<InputStream>> from) {
        return from.apply(found.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
    }
}
