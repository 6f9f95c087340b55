package org.rongyi.platform.approval.web;

import static org.rongyi.platform.approval.web.TaskController.text;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.approval.PublicNotice;
import org.rongyi.platform.approval.PublicNotices;
import org.rongyi.platform.approval.RaiseObjection;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
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

/** 对公示提出异议: by anybody, or by a clerk for somebody at the counter. */
@Controller
class ObjectionController {

    private static final FormFiles.Field EVIDENCE = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);

    private final Acts acts;
    private final RaiseObjection raise;
    private final PublicNotices notices;
    private final Divisions divisions;
    private final Transactions transactions;
    private final FormFiles files;
    private final UploadCheck check;

    ObjectionController(
            Acts acts,
            RaiseObjection raise,
            PublicNotices notices,
            Divisions divisions,
            Transactions transactions,
            FormFiles files,
            UploadCheck check) {
        this.acts = acts;
        this.raise = raise;
        this.notices = notices;
        this.divisions = divisions;
        this.transactions = transactions;
        this.files = files;
        this.check = check;
    }

    @GetMapping("/notices/{notice}/objection")
    @Allow(act = RaiseObjection.class)
    Page form(Actor actor, @PathVariable UUID notice) {
        return page(actor, require(actor, notice), new LinkedMultiValueMap<>(), none(), CommandId.fresh(actor));
    }

    @PostMapping("/notices/{notice}/objection")
    @Allow(act = RaiseObjection.class)
    ResponseEntity<Page> raise(
            Actor actor,
            CommandId id,
            @PathVariable UUID notice,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        var found = require(actor, notice);
        var errors = none();
        if (isCounter(actor, found)) {
            var dropped = fields.getOrDefault(EVIDENCE.dropName(), List.of());
            files.take(actor, id, EVIDENCE, uploads == null ? List.of() : uploads, dropped, errors);
        }
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, found, fields, errors, id));
        }
        var by = new Objection.Objector(
                text(fields, "name"), text(fields, "phone").replaceAll("[\\s-]", ""));
        var command = new RaiseObjection.Command(id, notice, by, text(fields, "grounds"));
        return switch (acts.perform(actor, raise, command)) {
            case RaiseObjection.Outcome.Raised(var ignored, var number, var answerBy) ->
                Answer.seeOther("/notices/" + notice + "?received=" + number);
            case RaiseObjection.Outcome.NotHanging() -> Answer.notFound();
            case RaiseObjection.Outcome.NotYours() ->
                stopped("请到公示单位登记", "这则公示不在本单位服务范围，没有登记。", "请来人到" + where(found) + "，或者自己在网上提出。");
            case RaiseObjection.Outcome.FullToday() ->
                stopped("今天网上收的已满", "对这则公示，今天从网上提出的异议已经很多，没有收下。", "请明天再提，或到" + where(found) + "的窗口当面提出。");
            case RaiseObjection.Outcome.Missing(var field, var why) ->
                Answer.invalid(page(actor, found, fields, FieldErrors.of(field, why), id));
        };
    }

    private Page page(
            Actor actor, PublicNotice notice, MultiValueMap<String, String> typed, FieldErrors errors, CommandId id) {
        var counter = isCounter(actor, notice)
                ? new ObjectionPage.Counter(files.kept(actor, id, EVIDENCE), check.limits())
                : null;
        return new ObjectionPage(
                notice, divisions.fullName(notice.code()), id.value().toString(), counter, typed, errors);
    }

    private PublicNotice require(Actor actor, UUID notice) {
        return transactions
                .read(actor, () -> notices.find(notice, divisions.today()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isCounter(Actor actor, PublicNotice notice) {
        return actor instanceof Actor.Office office && office.scope().contains(notice.code());
    }

    private static String where(PublicNotice notice) {
        var publisher = notice.publisher();
        return publisher.name() + (publisher.phone().isBlank() ? "" : "（电话 " + publisher.phone() + "）");
    }

    private static ResponseEntity<Page> stopped(String title, String happened, String advice) {
        return Answer.conflict(new MessagePage(409, title, happened, advice));
    }

    private static FieldErrors none() {
        return FieldErrors.none();
    }
}
