package org.rongyi.care.fund.recovery.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.DecideRecovery;
import org.rongyi.care.fund.recovery.ProposeWriteOff;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 追回, step by step: the decision, what came back, what never will. */
@Controller
class RecoveryStepsController {

    private static final String RECOVERY = "/recoveries/{recovery}";

    static final String ENTERED = "同一张凭证、同样的金额和日期已经登记过；确是另一笔的，写明它自己的回单号";

    private final Acts acts;
    private final DecideRecovery decide;
    private final RecordRepayment record;
    private final ProposeWriteOff propose;
    private final ConfirmWriteOff confirm;
    private final RecoveryDesk desk;
    private final FormFiles files;

    RecoveryStepsController(
            Acts acts,
            DecideRecovery decide,
            RecordRepayment record,
            ProposeWriteOff propose,
            ConfirmWriteOff confirm,
            RecoveryDesk desk,
            FormFiles files) {
        this.acts = acts;
        this.decide = decide;
        this.record = record;
        this.propose = propose;
        this.confirm = confirm;
        this.desk = desk;
        this.files = files;
    }

    @PostMapping(RECOVERY + "/decision")
    @Allow(act = DecideRecovery.class)
    ResponseEntity<Page> decide(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID recovery,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String recovers) {
        var typed = Map.of("why", why);
        if (!answered(recovers)) {
            return again(actor, recovery, typed, "why", "请点“决定追回”或“不追回”");
        }
        var command = new DecideRecovery.Command(id, recovery, "yes".equals(recovers), why);
        return switch (acts.perform(actor, decide, command)) {
            case DecideRecovery.Outcome.Decided ignored -> done(recovery, "已决定，决定书已经发给本人");
            case DecideRecovery.Outcome.NotFound() -> Answer.notFound();
            case DecideRecovery.Outcome.AlreadyAnswered() -> again(actor, recovery, typed, "why", "已经有人决定过");
            case DecideRecovery.Outcome.OwnProposal() -> again(actor, recovery, typed, "why", "您提出的，要请另一个人决定");
            case DecideRecovery.Outcome.OwnDecision() -> again(actor, recovery, typed, "why", "当初是您决定给的，要请另一个人决定");
            case DecideRecovery.Outcome.StillHearing(var until) ->
                again(actor, recovery, typed, "why", "本人还没有说明，" + Words.day(until) + "以后才能决定");
            case DecideRecovery.Outcome.FundEnded() -> again(actor, recovery, typed, "why", "这项资金已经终止，只能决定不追回");
            case DecideRecovery.Outcome.NotPaid() ->
                again(actor, recovery, typed, "why", "这笔钱提出以后有变动：退了回来，或者还等核实、等银行答复。先到这笔拨付查明；已经退回的，请决定不追回");
            case DecideRecovery.Outcome.NoReason() -> again(actor, recovery, typed, "why", "请写明理由，不超过 500 字");
            case DecideRecovery.Outcome.LooksSecret(var found) -> again(actor, recovery, typed, "why", found.why());
        };
    }

    @PostMapping(RECOVERY + "/repayment")
    @Allow(act = RecordRepayment.class)
    ResponseEntity<Page> record(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID recovery,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String document) {
        var typed = Map.of("amount", amount, "on", on, "document", document);
        var money = Money.parse(amount);
        var day = day(on);
        if (money.isEmpty() || day == null) {
            return again(
                    actor,
                    recovery,
                    typed,
                    money.isEmpty() ? "amount" : "on",
                    money.isEmpty() ? "请填写金额，只写数字，单位是元" : "请选择哪天到账");
        }
        var command = new RecordRepayment.Command(id, recovery, money.get(), day, document);
        return switch (acts.perform(actor, record, command)) {
            case RecordRepayment.Outcome.Recorded(var ignored, var owed) ->
                done(recovery, owed.isPositive() ? "已登记，还要退 " + owed.text() + " 元" : "已登记，全部退清");
            case RecordRepayment.Outcome.NotFound() -> Answer.notFound();
            case RecordRepayment.Outcome.NotOwed() -> again(actor, recovery, typed, "amount", "现在不等退回，没有登记");
            case RecordRepayment.Outcome.MoreThanOwed(var owed) ->
                again(actor, recovery, typed, "amount", "还要退的只有 " + owed.text() + " 元");
            case RecordRepayment.Outcome.WrongDay() -> again(actor, recovery, typed, "on", "到账日期应在决定之日至今天之间");
            case RecordRepayment.Outcome.NoPaper() ->
                again(actor, recovery, typed, "document", "请写银行回单号或收据号，不超过 100 字");
            case RecordRepayment.Outcome.EnteredBefore() -> again(actor, recovery, typed, "document", ENTERED);
            case RecordRepayment.Outcome.LooksSecret(var found) ->
                again(actor, recovery, typed, found.field(), found.why());
        };
    }

    @PostMapping(RECOVERY + "/write-off")
    @Allow(act = ProposeWriteOff.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID recovery,
            @RequestParam(defaultValue = "") String waive,
            @RequestParam(name = "paper", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "paper-drop", required = false) @Nullable List<String> dropped) {
        var typed = Map.of("waive", waive);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                RecoveryDesk.PAPER,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(desk.page(actor, recovery, id, typed, errors));
        }
        return switch (acts.perform(actor, propose, new ProposeWriteOff.Command(id, recovery, waive))) {
            case ProposeWriteOff.Outcome.Proposed ignored -> done(recovery, "已提出，等另一个人核定");
            case ProposeWriteOff.Outcome.NotFound() -> Answer.notFound();
            case ProposeWriteOff.Outcome.NotOwed() -> wrong(actor, recovery, id, typed, "waive", "现在不等退回，不能核销");
            case ProposeWriteOff.Outcome.AlreadyProposed() -> wrong(actor, recovery, id, typed, "waive", "已有人提出，等核定");
            case ProposeWriteOff.Outcome.NoReason() ->
                wrong(actor, recovery, id, typed, "waive", "请写明为什么收不回，不超过 500 字");
            case ProposeWriteOff.Outcome.NoPaper() -> wrong(actor, recovery, id, typed, "paper", "请附上证明的文件");
            case ProposeWriteOff.Outcome.LooksSecret(var found) ->
                wrong(actor, recovery, id, typed, "waive", found.why());
            case ProposeWriteOff.Outcome.NotKept(var why) -> wrong(actor, recovery, id, typed, "paper", why);
        };
    }

    @PostMapping(RECOVERY + "/write-off-answer")
    @Allow(act = ConfirmWriteOff.class)
    ResponseEntity<Page> confirm(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID recovery,
            @RequestParam(defaultValue = "") String agrees) {
        if (!answered(agrees)) {
            return again(actor, recovery, Map.of(), "agrees", "请点“同意核销”或“不同意，接着追”");
        }
        var command = new ConfirmWriteOff.Command(id, recovery, "yes".equals(agrees));
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmWriteOff.Outcome.WrittenOff ignored -> done(recovery, "已核销");
            case ConfirmWriteOff.Outcome.Declined ignored -> done(recovery, "没有核销，接着追");
            case ConfirmWriteOff.Outcome.NotFound() -> Answer.notFound();
            case ConfirmWriteOff.Outcome.AlreadyAnswered() -> again(actor, recovery, Map.of(), "agrees", "没有等核定的核销");
            case ConfirmWriteOff.Outcome.OwnProposal() -> again(actor, recovery, Map.of(), "agrees", "您提出的，要请另一个人核定");
        };
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UUID recovery, Map<String, String> typed, String field, String why) {
        return wrong(actor, recovery, CommandId.fresh(actor), typed, field, why);
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID recovery, CommandId form, Map<String, String> typed, String field, String why) {
        return Answer.invalid(desk.page(actor, recovery, form, typed, FieldErrors.of(field, why)));
    }

    private static ResponseEntity<Page> done(UUID recovery, String said) {
        return Answer.seeOther("/recoveries/" + recovery, Flash.success(said));
    }

    /** Which button it was must be said: what cannot be taken back is nobody's default. */
    private static boolean answered(String button) {
        return button.equals("yes") || button.equals("no");
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
