package org.rongyi.care.fund.recovery.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.recovery.ConfirmLateRepayment;
import org.rongyi.care.fund.recovery.RecordLateRepayment;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 核销后退回: entered from its slip, confirmed by another. */
@Controller
class LateController {

    private final Acts acts;
    private final RecordLateRepayment record;
    private final ConfirmLateRepayment confirm;
    private final RecoveryDesk desk;
    private final FormFiles files;

    LateController(
            Acts acts, RecordLateRepayment record, ConfirmLateRepayment confirm, RecoveryDesk desk, FormFiles files) {
        this.acts = acts;
        this.record = record;
        this.confirm = confirm;
        this.desk = desk;
        this.files = files;
    }

    @PostMapping("/recoveries/{recovery}/late")
    @Allow(act = RecordLateRepayment.class)
    ResponseEntity<Page> record(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID recovery,
            @RequestParam(defaultValue = "") String lateAmount,
            @RequestParam(defaultValue = "") String lateOn,
            @RequestParam(defaultValue = "") String lateDocument,
            @RequestParam(name = "paper", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "paper-drop", required = false) @Nullable List<String> dropped) {
        var typed = Map.of("lateAmount", lateAmount, "lateOn", lateOn, "lateDocument", lateDocument);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                RecoveryDesk.PAPER,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        var money = Money.parse(lateAmount);
        var day = day(lateOn);
        errors.require(money.isPresent(), "lateAmount", "请填写金额，只写数字，单位是元");
        errors.require(day != null, "lateOn", "请选择哪天到账");
        if (!errors.isEmpty() || day == null) {
            return Answer.invalid(desk.page(actor, recovery, id, typed, errors));
        }
        var command = new RecordLateRepayment.Command(id, recovery, money.orElseThrow(), day, lateDocument);
        return switch (acts.perform(actor, record, command)) {
            case RecordLateRepayment.Outcome.Recorded ignored -> done(recovery, "已登记，等另一位负责人核定");
            case RecordLateRepayment.Outcome.NotFound() -> Answer.notFound();
            case RecordLateRepayment.Outcome.NotWrittenOff() ->
                wrong(actor, id, recovery, typed, "lateAmount", "没有核销，照常登记退回");
            case RecordLateRepayment.Outcome.AlreadyProposed() ->
                wrong(actor, id, recovery, typed, "lateAmount", "已有一笔等核定，核定以后再登记");
            case RecordLateRepayment.Outcome.MoreThanOwed(var owed) ->
                wrong(actor, id, recovery, typed, "lateAmount", "核销了、没有退的只有 " + owed.text() + " 元");
            case RecordLateRepayment.Outcome.WrongDay() ->
                wrong(actor, id, recovery, typed, "lateOn", "到账日期应在核销之日至今天之间");
            case RecordLateRepayment.Outcome.NoNumber() ->
                wrong(actor, id, recovery, typed, "lateDocument", "请写银行回单号或收据号，不超过 100 字");
            case RecordLateRepayment.Outcome.EnteredBefore() ->
                wrong(actor, id, recovery, typed, "lateDocument", RecoveryStepsController.ENTERED);
            case RecordLateRepayment.Outcome.NoPaper() -> wrong(actor, id, recovery, typed, "paper", "请附上回单的照片或扫描件");
            case RecordLateRepayment.Outcome.FundEnded() ->
                wrong(actor, id, recovery, typed, "lateAmount", "这项资金已经终止，请在接收结余的资金里登记收入");
            case RecordLateRepayment.Outcome.NotKept(var why) -> wrong(actor, id, recovery, typed, "paper", why);
            case RecordLateRepayment.Outcome.LooksSecret(var found) ->
                wrong(actor, id, recovery, typed, "lateDocument", found.why());
        };
    }

    @PostMapping("/recoveries/{recovery}/late-answer")
    @Allow(act = ConfirmLateRepayment.class)
    ResponseEntity<Page> confirm(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID recovery,
            @RequestParam(defaultValue = "") String agreesLate) {
        if (!agreesLate.equals("yes") && !agreesLate.equals("no")) {
            return again(actor, recovery, "请点“核对一致，入账”或“对不上，不入账”");
        }
        var command = new ConfirmLateRepayment.Command(id, recovery, "yes".equals(agreesLate));
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmLateRepayment.Outcome.Confirmed ignored -> done(recovery, "已入账，钱回到当初出的来源");
            case ConfirmLateRepayment.Outcome.Declined ignored -> done(recovery, "没有入账");
            case ConfirmLateRepayment.Outcome.NotFound() -> Answer.notFound();
            case ConfirmLateRepayment.Outcome.AlreadyAnswered() -> again(actor, recovery, "没有等核定的退回");
            case ConfirmLateRepayment.Outcome.OwnEntry() -> again(actor, recovery, "您登记的，要请另一个人核定");
            case ConfirmLateRepayment.Outcome.FundEnded() -> again(actor, recovery, "这项资金已经终止，不能再记账");
        };
    }

    private ResponseEntity<Page> again(Actor.Office actor, UUID recovery, String why) {
        return wrong(actor, CommandId.fresh(actor), recovery, Map.of(), "agreesLate", why);
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, CommandId form, UUID recovery, Map<String, String> typed, String field, String why) {
        return Answer.invalid(desk.page(actor, recovery, form, typed, FieldErrors.of(field, why)));
    }

    private static ResponseEntity<Page> done(UUID recovery, String said) {
        return Answer.seeOther("/recoveries/" + recovery, Flash.success(said));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
