package org.rongyi.platform.approval.web;

import static org.rongyi.platform.approval.web.TaskController.text;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AskRecheck;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Rechecks;
import org.rongyi.platform.approval.SupplementRecheck;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.route.Position.State;
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
import org.rongyi.platform.ui.Words;
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

/** 申请复核 and its 补正: by the veteran, one of his family, or a post for him, from the page of the case. */
@Controller
class RecheckController {

    private static final FormFiles.Field EVIDENCE = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);

    private final Acts acts;
    private final AskRecheck ask;
    private final SupplementRecheck supplement;
    private final Cases cases;
    private final Rechecks rechecks;
    private final CaseWords words;
    private final Transactions transactions;
    private final FormFiles files;
    private final UploadCheck check;

    RecheckController(
            Acts acts,
            AskRecheck ask,
            SupplementRecheck supplement,
            Cases cases,
            Rechecks rechecks,
            CaseWords words,
            Transactions transactions,
            FormFiles files,
            UploadCheck check) {
        this.acts = acts;
        this.ask = ask;
        this.supplement = supplement;
        this.cases = cases;
        this.rechecks = rechecks;
        this.words = words;
        this.transactions = transactions;
        this.files = files;
        this.check = check;
    }

    @GetMapping("/cases/{file}/recheck")
    @Allow(act = AskRecheck.class)
    Page form(Actor actor, @PathVariable UUID file) {
        return page(actor, file, new LinkedMultiValueMap<>(), FieldErrors.none(), CommandId.fresh(actor));
    }

    @PostMapping("/cases/{file}/recheck")
    @Allow(act = AskRecheck.class)
    ResponseEntity<Page> ask(
            Actor actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        var errors = taken(actor, id, fields, uploads);
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, file, fields, errors, id));
        }
        var ground = actor instanceof Actor.Office ? text(fields, "ground") : null;
        var command = new AskRecheck.Command(id, file, text(fields, "words"), ground);
        return switch (acts.perform(actor, ask, command)) {
            case AskRecheck.Outcome.Asked(var done) ->
                Answer.seeOther("/cases/" + done, Flash.success("已申请复核。办到哪里，在这里看得到。"));
            case AskRecheck.Outcome.NotFound() -> Answer.notFound();
            case AskRecheck.Outcome.Missing(var field, var why) ->
                Answer.invalid(page(actor, file, fields, FieldErrors.of(field, why), id));
            case AskRecheck.Outcome.NotReviewable() ->
                stopped("不能申请复核", "这件事还没有决定，或者规定里没有复核，没有提交。", "可以看决定书上写的行政复议、行政诉讼。", file);
            case AskRecheck.Outcome.TooLate(var last) ->
                stopped("已过复核的期限", "最迟在 " + Words.day(last) + " 申请，没有提交。", "可以看决定书上写的行政复议、行政诉讼，或者带新的材料重新申请。", file);
            case AskRecheck.Outcome.AskedBefore(var recheck) ->
                stopped("已经申请过复核", "对这个决定已经申请过一次复核，没有再提交。", "请打开看复核办到哪里。", recheck);
            case AskRecheck.Outcome.NobodyAbove() ->
                stopped("没有上一级可以复核", "这是省里作的决定，没有提交。", "可以看决定书上写的行政复议、行政诉讼。", file);
            case AskRecheck.Outcome.NotIdentified(var wanted) ->
                stopped("还要再核实身份", "申请复核要达到“" + wanted.inWords() + "”，没有提交。", "请到服务站窗口核实身份，或由窗口代为提交。", file);
            case AskRecheck.Outcome.NotGiven() -> stopped("委托里没有这一项", "给您的委托没有包括复核，没有提交。", "请本人加上这一项，或由本人申请。", file);
        };
    }

    @PostMapping("/cases/{file}/recheck-supplement")
    @Allow(act = SupplementRecheck.class)
    ResponseEntity<Page> supplement(
            Actor actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        var errors = taken(actor, id, fields, uploads);
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, file, fields, errors, id));
        }
        var command = new SupplementRecheck.Command(id, file, text(fields, "words"));
        return switch (acts.perform(actor, supplement, command)) {
            case TaskOutcome.Done(var done) -> Answer.seeOther("/cases/" + done, Flash.success("已提交，接着办理。"));
            case TaskOutcome.Missing(var field, var why) ->
                Answer.invalid(page(actor, file, fields, FieldErrors.of(field, why), id));
            case TaskOutcome.NotFound _ -> Answer.notFound();
            case TaskOutcome.NotYours _ -> stopped("还要再核实身份", "实名等级不够，没有提交。", "请到服务站窗口核实身份，或由窗口代为提交。", file);
            case TaskOutcome.NotNow _,
                    TaskOutcome.Over _,
                    TaskOutcome.SamePerson _,
                    TaskOutcome.Unanswered _,
                    TaskOutcome.Hindered _ -> stopped("不用补了", "这件事现在不等补材料，没有提交。", "请打开办件看办到哪里。", file);
        };
    }

    private FieldErrors taken(
            Actor actor, CommandId id, MultiValueMap<String, String> fields, @Nullable List<MultipartFile> uploads) {
        var errors = FieldErrors.none();
        var dropped = fields.getOrDefault(EVIDENCE.dropName(), List.of());
        files.take(actor, id, EVIDENCE, uploads == null ? List.of() : uploads, dropped, errors);
        return errors;
    }

    private Page page(Actor actor, UUID file, MultiValueMap<String, String> typed, FieldErrors errors, CommandId id) {
        var kept = files.kept(actor, id, EVIDENCE);
        return transactions.read(actor, () -> {
            var found = cases.find(file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            boolean waits = found.service().equals(Rechecks.SERVICE) && found.state() == State.SUPPLEMENT;
            return new RecheckPage(
                    file,
                    id.value().toString(),
                    words.service(found.service()) + "，" + found.personName() + "，" + found.number(),
                    waits,
                    waits || ask.isOpen(found) ? null : why(found),
                    ask.lastDay(found)
                            .map(last -> "最迟 " + Words.day(last) + "申请。")
                            .orElse("收到决定以后开始算期限，现在就可以申请。"),
                    actor instanceof Actor.Office,
                    kept,
                    check.limits(),
                    typed,
                    errors);
        });
    }

    private String why(CaseFile file) {
        if (!AskRecheck.isReviewable(file)) {
            return "这件事还没有决定，或者规定里没有复核。";
        }
        return rechecks.of(file.id()).isEmpty() ? "申请复核的期限已过，或者没有上一级。" : "对这个决定已经申请过复核，请在办件里看办到哪里。";
    }

    private static ResponseEntity<Page> stopped(String title, String happened, String advice, UUID file) {
        return Answer.conflict(new MessagePage(409, title, happened, advice).leadingTo("打开办件", "/cases/" + file));
    }
}
