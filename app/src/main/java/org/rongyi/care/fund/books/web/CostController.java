package org.rongyi.care.fund.books.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.books.RecordCost;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 登记管理费用. */
@Controller
class CostController {

    private static final int LONGEST = 60;

    private final Acts acts;
    private final RecordCost record;
    private final FundReach reach;
    private final Transactions transactions;
    private final Clock clock;

    CostController(Acts acts, RecordCost record, FundReach reach, Transactions transactions, Clock clock) {
        this.acts = acts;
        this.record = record;
        this.reach = reach;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/funds/{fund}/costs")
    @Allow(act = RecordCost.class)
    Page form(Actor.Office actor, @PathVariable UUID fund) {
        var form = new CostPage.Form("", "", "", LocalDate.now(clock).toString());
        return page(actor, reach.require(actor, fund), form, FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/costs")
    @Allow(act = RecordCost.class)
    ResponseEntity<Page> record(Actor.Office actor, CommandId id, @PathVariable UUID fund, CostPage.Form form) {
        var found = reach.require(actor, fund);
        var errors = FieldErrors.none();
        var title = CostPage.Form.text(form.title());
        errors.require(!title.isEmpty() && title.length() <= LONGEST, "title", "请写明是什么费用，不超过 60 个字");
        errors.requireText(form.document(), "document", "请写明发票或收据号码");
        var amount = Money.parse(CostPage.Form.text(form.amount())).filter(Money::isPositive);
        errors.require(amount.isPresent(), "amount", "请按元填写金额，例如 5000 或 5000.50");
        var day = day(form.paidOn());
        errors.require(day != null, "paidOn", "请选择付出日期");
        if (!errors.isEmpty() || day == null || amount.isEmpty()) {
            return Answer.invalid(page(actor, found, form, errors));
        }
        var command = new RecordCost.Command(id, fund, title, CostPage.Form.text(form.document()), amount.get(), day);
        return switch (acts.perform(actor, record, command)) {
            case RecordCost.Outcome.Recorded(var subject, var number) ->
                Answer.seeOther("/funds/" + subject, Flash.success("已入账，凭证 " + number + " 号"));
            case RecordCost.Outcome.NotFound() -> Answer.notFound();
            case RecordCost.Outcome.LooksSecret(var secret) -> refuse(actor, found, form, "title", secret.why());
            case RecordCost.Outcome.NoAmount() -> refuse(actor, found, form, "amount", "请填写金额");
            case RecordCost.Outcome.WrongDay() -> refuse(actor, found, form, "paidOn", "付出日期不早于设立，不晚于今天");
            case RecordCost.Outcome.TooLittle(var available) ->
                refuse(actor, found, form, "amount", "没有限定用途、账上没有在途的只有 " + available.text() + " 元");
            case RecordCost.Outcome.NoFee(var most) ->
                refuse(actor, found, form, "amount", "这项资金只能付银行手续费，一笔不超过 " + most.text() + " 元");
            case RecordCost.Outcome.EnteredBefore(var number) ->
                refuse(actor, found, form, "document", "同一张发票、同样的金额和日期已经记过，凭证 " + number + " 号；确是另一笔的，写明它自己的发票号");
            case RecordCost.Outcome.YearClosed(var year) ->
                refuse(actor, found, form, "paidOn", year + " 年已经结账，请记在今年，并在名目里写明");
        };
    }

    private ResponseEntity<Page> refuse(
            Actor.Office actor, Fund fund, CostPage.Form form, String field, String message) {
        return Answer.invalid(page(actor, fund, form, FieldErrors.of(field, message)));
    }

    private CostPage page(Actor.Office actor, Fund fund, CostPage.Form form, FieldErrors errors) {
        return new CostPage(fund, form, transactions.read(actor, () -> record.available(fund)), errors);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(CostPage.Form.text(typed));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
