package org.rongyi.care.fund.payment.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.recovery.RecordOverpaidBack;
import org.rongyi.care.fund.recovery.TakeBackOverpaid;
import org.rongyi.care.fund.recovery.WriteOffOverpaid;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
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

/** 重付的了结, on the page of its grant: what came back, and what never will. */
@Controller
class OverpaidController {

    private static final String PAYMENT = "/grants/{grant}/overpaid/{payment}";

    private final Acts acts;
    private final RecordOverpaidBack back;
    private final WriteOffOverpaid off;
    private final TakeBackOverpaid takeBack;
    private final GrantDesk desk;

    OverpaidController(
            Acts acts, RecordOverpaidBack back, WriteOffOverpaid off, TakeBackOverpaid takeBack, GrantDesk desk) {
        this.acts = acts;
        this.back = back;
        this.off = off;
        this.takeBack = takeBack;
        this.desk = desk;
    }

    @PostMapping(PAYMENT + "/back")
    @Allow(act = RecordOverpaidBack.class)
    ResponseEntity<Page> back(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @PathVariable UUID payment,
            @RequestParam(defaultValue = "") String overAmount,
            @RequestParam(defaultValue = "") String overOn,
            @RequestParam(defaultValue = "") String overDocument) {
        var typed = Map.of("overAmount", overAmount, "overOn", overOn, "overDocument", overDocument);
        var money = Money.parse(overAmount);
        var day = day(overOn);
        if (money.isEmpty() || day == null) {
            return money.isEmpty()
                    ? again(actor, grant, typed, "overAmount", "请填写金额，只写数字，单位是元")
                    : again(actor, grant, typed, "overOn", "请选择哪天到账");
        }
        var command = new RecordOverpaidBack.Command(id, payment, money.get(), day, overDocument);
        return switch (acts.perform(actor, back, command)) {
            case RecordOverpaidBack.Outcome.Recorded(var ignored, var owed) ->
                done(grant, owed.isPositive() ? "已登记，重付的还有 " + owed.text() + " 元没有收回" : "已登记，重付的全部收回");
            case RecordOverpaidBack.Outcome.NotFound() -> Answer.notFound();
            case RecordOverpaidBack.Outcome.MoreThanOwed(var owed) ->
                again(actor, grant, typed, "overAmount", "重付没有收回的只有 " + owed.text() + " 元");
            case RecordOverpaidBack.Outcome.WrongDay() -> again(actor, grant, typed, "overOn", "到账日期应在付出之日至今天之间");
            case RecordOverpaidBack.Outcome.NoPaper() ->
                again(actor, grant, typed, "overDocument", "请写银行回单号，不超过 100 字");
            case RecordOverpaidBack.Outcome.EnteredBefore() ->
                again(actor, grant, typed, "overDocument", "同一张凭证、同样的金额和日期已经登记过；确是另一笔的，写明它自己的回单号");
            case RecordOverpaidBack.Outcome.LooksSecret(var found) ->
                again(actor, grant, typed, "overDocument", found.why());
        };
    }

    @PostMapping(PAYMENT + "/write-off")
    @Allow(act = WriteOffOverpaid.class)
    ResponseEntity<Page> writeOff(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @PathVariable UUID payment,
            @RequestParam(defaultValue = "") String overReason) {
        var typed = Map.of("overReason", overReason);
        return switch (acts.perform(actor, off, new WriteOffOverpaid.Command(id, payment, overReason))) {
            case WriteOffOverpaid.Outcome.WrittenOff ignored -> done(grant, "已核销，记入支出");
            case WriteOffOverpaid.Outcome.NotFound() -> Answer.notFound();
            case WriteOffOverpaid.Outcome.NotOwed() -> again(actor, grant, typed, "overReason", "没有要收回的重付");
            case WriteOffOverpaid.Outcome.OwnProposal() ->
                again(actor, grant, typed, "overReason", "您参与过认定或者冲回，要请另一位负责人核销");
            case WriteOffOverpaid.Outcome.NoReason() -> again(actor, grant, typed, "overReason", "请写明为什么收不回，不超过 500 字");
            case WriteOffOverpaid.Outcome.LooksSecret(var found) ->
                again(actor, grant, typed, "overReason", found.why());
        };
    }

    @PostMapping(PAYMENT + "/reversal")
    @Allow(act = TakeBackOverpaid.class)
    ResponseEntity<Page> takeBack(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @PathVariable UUID payment,
            @RequestParam UUID over,
            @RequestParam(defaultValue = "") String overWrong) {
        var typed = Map.of("overWrong", overWrong, "over", over.toString());
        return switch (acts.perform(actor, takeBack, new TakeBackOverpaid.Command(id, payment, over, overWrong))) {
            case TakeBackOverpaid.Outcome.TakenBack ignored -> done(grant, "已冲回，这一笔又等收回");
            case TakeBackOverpaid.Outcome.NotFound() -> Answer.notFound();
            case TakeBackOverpaid.Outcome.OwnEntry() -> again(actor, grant, typed, "overWrong", "您登记或者核销的，要请另一个人冲回");
            case TakeBackOverpaid.Outcome.ReversedBefore() -> again(actor, grant, typed, "overWrong", "这一笔已经冲回");
            case TakeBackOverpaid.Outcome.FundEnded() -> again(actor, grant, typed, "overWrong", "这项资金已经终止，不能再记账");
            case TakeBackOverpaid.Outcome.UsedSince() ->
                again(actor, grant, typed, "overWrong", "银行存款不够冲回：先把已经到账的收入登记进来，再冲回");
            case TakeBackOverpaid.Outcome.NoReason() -> again(actor, grant, typed, "overWrong", "请写明错在哪里，不超过 200 字");
            case TakeBackOverpaid.Outcome.LooksSecret(var found) ->
                again(actor, grant, typed, "overWrong", found.why());
        };
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UUID grant, Map<String, String> typed, String field, String why) {
        return Answer.invalid(desk.grant(actor, grant, null, typed, FieldErrors.of(field, why)));
    }

    private static ResponseEntity<Page> done(UUID grant, String said) {
        return Answer.seeOther("/grants/" + grant, Flash.success(said));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
