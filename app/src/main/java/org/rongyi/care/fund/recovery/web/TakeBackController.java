package org.rongyi.care.fund.recovery.web;

import java.util.Map;
import java.util.UUID;
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 冲回退回. */
@Controller
class TakeBackController {

    private final Acts acts;
    private final TakeBackRepayment takeBack;
    private final RecoveryDesk desk;

    TakeBackController(Acts acts, TakeBackRepayment takeBack, RecoveryDesk desk) {
        this.acts = acts;
        this.takeBack = takeBack;
        this.desk = desk;
    }

    @PostMapping("/recoveries/{recovery}/repayments/{repayment}/reversal")
    @Allow(act = TakeBackRepayment.class)
    ResponseEntity<Page> takeBack(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID recovery,
            @PathVariable UUID repayment,
            @RequestParam(defaultValue = "") String wrong) {
        var command = new TakeBackRepayment.Command(id, recovery, repayment, wrong);
        return switch (acts.perform(actor, takeBack, command)) {
            case TakeBackRepayment.Outcome.TakenBack ignored ->
                Answer.seeOther("/recoveries/" + recovery, Flash.success("已冲回，这一笔又要退；本人会收到消息"));
            case TakeBackRepayment.Outcome.NotFound() -> Answer.notFound();
            case TakeBackRepayment.Outcome.OwnEntry() -> again(actor, command, "您登记或者核定的，要请另一个人冲回");
            case TakeBackRepayment.Outcome.ReversedBefore() -> again(actor, command, "这一笔已经冲回");
            case TakeBackRepayment.Outcome.WriteOff() -> again(actor, command, "已提出核销或者已核销；等核定的，先答复不同意，再冲回");
            case TakeBackRepayment.Outcome.AlreadyOpen() -> again(actor, command, "同一笔帮扶款另有一件追回在办，先把那一件办完");
            case TakeBackRepayment.Outcome.FundEnded() -> again(actor, command, "这项资金已经终止，不能再记账");
            case TakeBackRepayment.Outcome.UsedSince() -> again(actor, command, "这笔钱记账以后已经承诺或者付给别人，冲不回；先解除用它的承诺，再冲回");
            case TakeBackRepayment.Outcome.NoReason() -> again(actor, command, "请写明错在哪里，不超过 200 字");
            case TakeBackRepayment.Outcome.LooksSecret(var found) -> again(actor, command, found.why());
        };
    }

    private ResponseEntity<Page> again(Actor.Office actor, TakeBackRepayment.Command command, String why) {
        var typed = Map.of(
                "wrong", command.words(), "repayment", command.repayment().toString());
        return Answer.invalid(
                desk.page(actor, command.recovery(), CommandId.fresh(actor), typed, FieldErrors.of("wrong", why)));
    }
}
