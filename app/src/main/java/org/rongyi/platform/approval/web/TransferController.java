package org.rongyi.platform.approval.web;

import static org.rongyi.platform.approval.web.TaskController.text;

import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptTransfer;
import org.rongyi.platform.approval.AskTransfer;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.DeclineTransfer;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.Transfer;
import org.rongyi.platform.approval.TransferDoor;
import org.rongyi.platform.approval.Transfers;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
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
import org.springframework.web.server.ResponseStatusException;

/** 移送: asked from the case's page, listed, read, accepted or sent back. */
@Controller
class TransferController {

    private final Acts acts;
    private final AskTransfer ask;
    private final AcceptTransfer accept;
    private final DeclineTransfer decline;
    private final Cases cases;
    private final Transfers transfers;
    private final TransferDoor door;
    private final CaseWords words;
    private final Divisions divisions;
    private final Transactions transactions;

    TransferController(
            Acts acts,
            AskTransfer ask,
            AcceptTransfer accept,
            DeclineTransfer decline,
            Cases cases,
            Transfers transfers,
            TransferDoor door,
            CaseWords words,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.ask = ask;
        this.accept = accept;
        this.decline = decline;
        this.cases = cases;
        this.transfers = transfers;
        this.door = door;
        this.words = words;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/cases/{file}/transfer")
    @Allow(act = AskTransfer.class)
    Page form(Actor.Office actor, @PathVariable UUID file) {
        return form(actor, file, new LinkedMultiValueMap<>(), FieldErrors.none());
    }

    @PostMapping("/cases/{file}/transfer")
    @Allow(act = AskTransfer.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, ask, new AskTransfer.Command(id, file, text(fields, "reason")));
        return switch (outcome) {
            case TaskOutcome.Done(var done) ->
                done.equals(file)
                        ? Answer.seeOther("/cases/" + file, Flash.success("已移送，两处的事都由本单位办，接着办。"))
                        : Answer.seeOther("/transfers/" + done, Flash.success("已提出移送，等对方答复；答复以前还在这里办。"));
            case TaskOutcome.Missing(var field, var why) ->
                Answer.invalid(form(actor, file, fields, FieldErrors.of(field, why)));
            case TaskOutcome.NotFound _ -> Answer.notFound();
            case TaskOutcome.NotYours _ -> stopped("应由办理的单位移送", "这件事现在不等您办，没有移送。", file);
            case TaskOutcome.Unanswered(var whom) -> stopped("意见还没有答复", "等" + whom + "答复以后再移送，或先减签。", file);
            case TaskOutcome.Over _ -> stopped("已经提出移送", "这件事的移送还没有答复，没有再提。", file);
            case TaskOutcome.NotNow _ -> stopped("不用移送", "按档案，这件事就由这里办，或者已经决定、正在公示。", file);
            case TaskOutcome.SamePerson _, TaskOutcome.Hindered _ ->
                throw new IllegalStateException("no step is answered here");
        };
    }

    @GetMapping("/transfers")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(Actor.Office actor) {
        return transactions.readAlike(
                actor,
                () -> new TransfersPage(
                        actor.unitName(),
                        transfers.waiting(actor.unit()).stream().map(this::row).toList(),
                        transfers.past(actor.unit()).stream().map(this::row).toList()));
    }

    @GetMapping("/transfers/{transfer}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page show(Actor.Office actor, @PathVariable UUID transfer) {
        return page(actor, transfer, "", FieldErrors.none());
    }

    @PostMapping("/transfers/{transfer}/acceptance")
    @Allow(act = AcceptTransfer.class)
    ResponseEntity<Page> accept(Actor.Office actor, CommandId id, @PathVariable UUID transfer) {
        var outcome = acts.perform(actor, accept, new AcceptTransfer.Command(id, transfer));
        return answer(actor, transfer, "", outcome, "已接收，期限接着算。");
    }

    @PostMapping("/transfers/{transfer}/refusal")
    @Allow(act = DeclineTransfer.class)
    ResponseEntity<Page> decline(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID transfer,
            @RequestParam MultiValueMap<String, String> fields) {
        var reason = text(fields, "reason");
        var outcome = acts.perform(actor, decline, new DeclineTransfer.Command(id, transfer, reason));
        return answer(actor, transfer, reason, outcome, "已退回，这件事仍由移送的单位办。");
    }

    private ResponseEntity<Page> answer(
            Actor.Office actor, UUID transfer, String reason, TaskOutcome outcome, String done) {
        return switch (outcome) {
            case TaskOutcome.Done(var subject) ->
                Answer.seeOther(
                        subject.equals(transfer) ? "/transfers/" + transfer : "/cases/" + subject, Flash.success(done));
            case TaskOutcome.Missing(var field, var why) ->
                Answer.invalid(page(actor, transfer, reason, FieldErrors.of(field, why)));
            case TaskOutcome.NotFound _ -> Answer.notFound();
            case TaskOutcome.NotYours _ -> over("应由对方答复", "这份移送等接收的单位答复，没有办成。", transfer);
            case TaskOutcome.Over _ -> over("已经答复过", "这份移送已经有答复，或者办件已有结果，没有再办。", transfer);
            case TaskOutcome.NotNow(var state) -> over("现在不能接收", "这件事正在" + state + "，等它结束再接收。", transfer);
            case TaskOutcome.SamePerson _, TaskOutcome.Unanswered _, TaskOutcome.Hindered _ ->
                throw new IllegalStateException("no step is answered here");
        };
    }

    private Page form(Actor.Office actor, UUID id, MultiValueMap<String, String> typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var file = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return new TransferFormPage(
                    id,
                    words.service(file.service()) + "，" + file.personName() + "，" + file.number(),
                    transfers.openOf(id).isPresent()
                            ? null
                            : door.to(file, actor).map(Desks.Desk::name).orElse(null),
                    text(typed, "reason"),
                    errors);
        });
    }

    private Page page(Actor.Office actor, UUID id, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var found = transfers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return new TransferPage(
                    found,
                    words.service(found.service()),
                    divisions.fullName(found.fromCode()),
                    divisions.fullName(found.toCode()),
                    found.isOpen() && found.to().unit().equals(actor.unit()),
                    cases.find(found.caseId()).isPresent() ? "/cases/" + found.caseId() : null,
                    reason,
                    errors);
        });
    }

    private TransfersPage.Row row(Transfer one) {
        return new TransfersPage.Row(one, words.service(one.service()));
    }

    private static ResponseEntity<Page> stopped(String title, String happened, UUID file) {
        return Answer.conflict(
                new MessagePage(409, title, happened, "请打开办件看办到哪里。").leadingTo("打开办件", "/cases/" + file));
    }

    private static ResponseEntity<Page> over(String title, String happened, UUID transfer) {
        return Answer.conflict(
                new MessagePage(409, title, happened, "请打开移送看结果。").leadingTo("打开移送", "/transfers/" + transfer));
    }
}
