package org.rongyi.platform.documents.issued.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.FileAnswer;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.documents.issued.AttachStamped;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.issued.IssuedReaders;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 签发的文件: for whoever may open the attachments of its record, and its person. */
@Controller
class IssuedController {

    private static final FormFiles.Field STAMPED = new FormFiles.Field("stamped", AttachmentKind.STAMPED);

    private final IssuedDocuments documents;
    private final IssuedReaders readers;
    private final Attachments attachments;
    private final FormFiles files;
    private final UploadCheck uploads;
    private final Acts acts;
    private final AttachStamped attachStamped;
    private final Transactions transactions;
    private final AuditTrail trail;

    IssuedController(
            IssuedDocuments documents,
            IssuedReaders readers,
            Attachments attachments,
            FormFiles files,
            UploadCheck uploads,
            Acts acts,
            AttachStamped attachStamped,
            Transactions transactions,
            AuditTrail trail) {
        this.documents = documents;
        this.readers = readers;
        this.attachments = attachments;
        this.files = files;
        this.uploads = uploads;
        this.acts = acts;
        this.attachStamped = attachStamped;
        this.transactions = transactions;
        this.trail = trail;
    }

    @GetMapping("/documents/{issued}")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true,
            kin = true)
    Page show(Actor actor, @PathVariable UUID issued) {
        return page(actor, issued, CommandId.fresh(actor), FieldErrors.none());
    }

    @GetMapping("/documents/{issued}/file")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true,
            kin = true)
    ResponseEntity<byte[]> open(Actor actor, @PathVariable UUID issued) {
        return transactions.write(actor, () -> {
            var document = require(actor, issued);
            if (document.goneOn() != null) {
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/documents/" + issued))
                        .<byte[]>build();
            }
            var content = documents
                    .open(issued)
                    .orElseThrow(() -> new IllegalStateException("签发的文件不见了：" + document.number()));
            trail.record(actor, new AuditTrail.Entry("OpenDocument", issued, "Opened", true));
            if (actor instanceof Actor.Kin kin) {
                trail.recordForFamily(kin, "打开文书 " + document.documentNumber());
            } else if (actor instanceof Actor.Office office) {
                documents
                        .personOf(issued)
                        .ifPresent(person -> trail.recordReading(office, person, "打开文书 " + document.documentNumber()));
            }
            return FileAnswer.saved(document.fileName(), Checked.PDF).body(content);
        });
    }

    @PostMapping("/documents/{issued}/stamped")
    @Allow(act = AttachStamped.class)
    ResponseEntity<Page> attach(
            Actor.Office actor,
            CommandId command,
            @PathVariable UUID issued,
            @RequestParam(name = "stamped", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "stamped-drop", required = false) @Nullable List<String> dropped) {
        transactions.read(actor, () -> require(actor, issued));
        var errors = FieldErrors.none();
        files.take(
                actor,
                command,
                STAMPED,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, issued, command, errors));
        }
        return switch (acts.perform(actor, attachStamped, new AttachStamped.Command(command, issued))) {
            case AttachStamped.Outcome.Attached(var document) ->
                Answer.seeOther("/documents/" + document, Flash.success("盖章扫描件已收到。"));
            case AttachStamped.Outcome.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case AttachStamped.Outcome.ContentGone() ->
                Answer.seeOther("/documents/" + issued, Flash.info("这份文书保存期限已过，内容已经销毁，不再收盖章扫描件。"));
            case AttachStamped.Outcome.NoFile() ->
                Answer.invalid(page(actor, issued, command, FieldErrors.of("stamped", "请选择盖章后的照片或扫描件")));
            case AttachStamped.Outcome.FileRefused(var reason) ->
                Answer.invalid(page(actor, issued, command, FieldErrors.of("stamped", reason)));
        };
    }

    private Page page(Actor actor, UUID issued, CommandId form, FieldErrors errors) {
        var kept = actor instanceof Actor.Office ? files.kept(actor, form, STAMPED) : List.<KeptFile>of();
        return transactions.read(
                actor,
                () -> new IssuedPage(
                        require(actor, issued),
                        attachments.list(IssuedDocuments.OWNER_KIND, issued),
                        Permission.mayPerform(AttachStamped.class, actor),
                        uploads.limits(),
                        kept,
                        form.value(),
                        errors));
    }

    private IssuedDocument require(Actor actor, UUID id) {
        return documents
                .find(id)
                .filter(found -> readers.mayOpen(actor, found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
