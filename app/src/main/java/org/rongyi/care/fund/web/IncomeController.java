package org.rongyi.care.fund.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 登记收入: principal, return, appropriation. */
@Controller
class IncomeController {

    private final Acts acts;
    private final RecordIncome recordIncome;
    private final FundReach reach;
    private final DivisionNames names;
    private final Policy policy;
    private final Clock clock;

    IncomeController(
            Acts acts, RecordIncome recordIncome, FundReach reach, DivisionNames names, Policy policy, Clock clock) {
        this.acts = acts;
        this.recordIncome = recordIncome;
        this.reach = reach;
        this.names = names;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/funds/{fund}/income")
    @Allow(act = RecordIncome.class)
    Page form(Actor.Office actor, @PathVariable UUID fund) {
        var found = reach.require(actor, fund);
        return page(found, IncomeForm.blank(found, LocalDate.now(clock)), FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/income")
    @Allow(act = RecordIncome.class)
    ResponseEntity<Page> record(Actor.Office actor, CommandId id, @PathVariable UUID fund, IncomeForm form) {
        var found = reach.require(actor, fund);
        var errors = FieldErrors.none();
        var command = form.command(id, fund, names, errors);
        if (command.isEmpty()) {
            return Answer.invalid(page(found, form, errors));
        }
        return switch (acts.perform(actor, recordIncome, command.get())) {
            case RecordIncome.Outcome.Recorded(var subject, var number) ->
                Answer.seeOther("/funds/" + subject, Flash.success("已入账，凭证 " + number + " 号"));
            case RecordIncome.Outcome.NotFound() -> Answer.notFound();
            case RecordIncome.Outcome.NotOfThisFund() -> refuse(found, form, "kind", "这类收入不进这项资金");
            case RecordIncome.Outcome.NoAmount() -> refuse(found, form, "amount", "请填写金额");
            case RecordIncome.Outcome.WrongDay() -> refuse(found, form, "receivedOn", "到账日期不早于设立，不晚于今天");
            case RecordIncome.Outcome.PurposeNotOfFund() ->
                refuse(found, form, "purpose", "这项资金不能用在这件事上，限定了就没有人能用；请换一个用途，或登记到另一项资金");
            case RecordIncome.Outcome.PlaceNotReached() -> refuse(found, form, "place", "这项资金到不了这个地区");
            case RecordIncome.Outcome.LooksSecret(var secret) -> refuse(found, form, secret.field(), secret.why());
            case RecordIncome.Outcome.EnteredBefore(var number) ->
                refuse(found, form, "document", "同一张凭据、同样的金额和日期已经记过，凭证 " + number + " 号；确是另一笔的，写明它自己的凭据号");
            case RecordIncome.Outcome.YearClosed(var year) ->
                refuse(found, form, "receivedOn", year + " 年已经结账，请记在今年，并在名目里写明");
        };
    }

    private ResponseEntity<Page> refuse(Fund fund, IncomeForm form, String field, String message) {
        return Answer.invalid(page(fund, form, FieldErrors.of(field, message)));
    }

    private IncomePage page(Fund fund, IncomeForm form, FieldErrors errors) {
        return new IncomePage(fund, form, Purposes.of(fund, policy, LocalDate.now(clock)), errors);
    }
}
