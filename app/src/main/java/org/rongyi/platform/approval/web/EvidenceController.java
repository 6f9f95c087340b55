package org.rongyi.platform.approval.web;

import static org.rongyi.platform.approval.web.TaskController.text;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.ReplaceEvidence;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 更换材料 of a case, from its page, by whoever may hand papers in. */
@Controller
class EvidenceController {

    private static final FormFiles.Field EVIDENCE = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);

    private final Acts acts;
    private final ReplaceEvidence replace;
    private final Cases cases;
    private final CaseDesk desk;
    private final CaseWords words;
    private final Transactions transactions;
    private final FormFiles files;
    private final UploadCheck check;

    EvidenceController(
            Acts acts,
            ReplaceEvidence replace,
            Cases cases,
            CaseDesk desk,
            CaseWords words,
            Transactions transactions,
            FormFiles files,
            UploadCheck check) {
        this.acts = acts;
        this.replace = replace;
        this.cases = cases;
        this.desk = desk;
        this.words = words;
        this.transactions = transactions;
        this.files = files;
        this.check = check;
    }

    @GetMapping("/cases/{file}/evidence")
    @Allow(act = ReplaceEvidence.class)
    Page form(Actor actor, @PathVariable UUID file) {
        return page(actor, file, new LinkedMultiValueMap<>(), FieldErrors.none(), CommandId.fresh(actor));
    }

    @PostMapping("/cases/{file}/evidence")
    @Allow(act = ReplaceEvidence.class)
    ResponseEntity<Page> replace(
            Actor actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        var errors = FieldErrors.none();
        var dropped = fields.getOrDefault(EVIDENCE.dropName(), List.of());
        files.take(actor, id, EVIDENCE, uploads == null ? List.of() : uploads, dropped, errors);
        var wrong = chosen(text(fields, "wrong"));
        errors.require(wrong.isPresent(), "wrong", "请选哪一份交错了");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, file, fields, errors, id));
        }
        var command = new ReplaceEvidence.Command(id, file, wrong.orElseThrow(), text(fields, "reason"));
        return switch (acts.perform(actor, replace, command)) {
            case TaskOutcome.Done(var done) -> Answer.seeOther("/cases/" + done, Flash.success("已更换，原来那份留着。"));
            case TaskOutcome.Missing(var field, var why) ->
                Answer.invalid(page(actor, file, fields, FieldErrors.of(field, why), id));
            case TaskOutcome.NotFound _ -> Answer.notFound();
            case TaskOutcome.NotYours _ -> stopped("不是您这里交的", "材料由申请人、代办的人或受理窗口更换，没有更换。", file);
            case TaskOutcome.NotNow(var state) -> stopped("现在不能更换", "这件事现在是“" + state + "”，没有更换。", file);
            case TaskOutcome.Over _, TaskOutcome.SamePerson _, TaskOutcome.Unanswered _, TaskOutcome.Hindered _ ->
                throw new IllegalStateException("no step is answered here");
        };
    }

    private Page page(Actor actor, UUID id, MultiValueMap<String, String> typed, FieldErrors errors, CommandId form) {
        var kept = files.kept(actor, form, EVIDENCE);
        return transactions.read(actor, () -> {
            var file = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var papers = desk.evidence(file).stream()
                    .map(one -> Option.of(one.id().toString(), one.paper().name()))
                    .toList();
            return new EvidencePage(
                    id,
                    form.value().toString(),
                    words.service(file.service()) + "，" + file.personName() + "，" + file.number(),
                    !papers.isEmpty() && ReplaceEvidence.isOpen(file) && replace.mayBy(actor, file),
                    papers,
                    kept,
                    check.limits(),
                    typed,
                    errors);
        });
    }

    private static Optional<UUID> chosen(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Page> stopped(String title, String happened, UUID file) {
        return Answer.conflict(
                new MessagePage(409, title, happened, "请打开办件看办到哪里。").leadingTo("打开办件", "/cases/" + file));
    }
}
