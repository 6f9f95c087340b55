package org.rongyi.care.fund.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.ReceiveGift;
import org.rongyi.care.fund.purpose.ProposePurpose;
import org.rongyi.care.fund.purpose.PurposeChanges;
import org.rongyi.care.fund.raising.RaisingPlans;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 捐赠: the list, a new one, and where one of them went. */
@Controller
class GiftsController {

    private final Acts acts;
    private final ReceiveGift receiveGift;
    private final Gifts gifts;
    private final PurposeChanges changes;
    private final RaisingPlans plans;
    private final GiftTrace trace;
    private final FundReach reach;
    private final DivisionNames names;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    GiftsController(
            Acts acts,
            ReceiveGift receiveGift,
            Gifts gifts,
            PurposeChanges changes,
            RaisingPlans plans,
            GiftTrace trace,
            FundReach reach,
            DivisionNames names,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.receiveGift = receiveGift;
        this.gifts = gifts;
        this.changes = changes;
        this.plans = plans;
        this.trace = trace;
        this.reach = reach;
        this.names = names;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/funds/{fund}/gifts")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    GiftsPage list(Actor.Office actor, @PathVariable UUID fund, @RequestParam(defaultValue = "") String after) {
        var found = takingGifts(actor, fund);
        var slice = transactions.read(actor, () -> gifts.page(fund, Cursor.parse(after, LocalDate::parse)));
        return new GiftsPage(found, slice.rows(), mayWrite(actor, found), slice.next());
    }

    @GetMapping({"/funds/{fund}/gifts/export.xlsx", "/funds/{fund}/gifts/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(Actor.Office actor, @PathVariable UUID fund, HttpServletResponse response) {
        WholeList.send(actor, response, LocalDate.now(clock), after -> list(actor, fund, after));
    }

    @GetMapping("/funds/{fund}/gifts/new")
    @Allow(act = ReceiveGift.class)
    Page form(Actor.Office actor, @PathVariable UUID fund) {
        return page(takingGifts(actor, fund), GiftForm.blank(LocalDate.now(clock)), FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/gifts/new")
    @Allow(act = ReceiveGift.class)
    ResponseEntity<Page> receive(Actor.Office actor, CommandId id, @PathVariable UUID fund, GiftForm form) {
        var found = takingGifts(actor, fund);
        var errors = FieldErrors.none();
        var command = form.command(id, fund, names, errors);
        if (command.isEmpty()) {
            return Answer.invalid(page(found, form, errors));
        }
        return switch (acts.perform(actor, receiveGift, command.get())) {
            case ReceiveGift.Outcome.Received(var gift, var number) ->
                Answer.seeOther("/gifts/" + gift, Flash.success("已入账，捐赠编号 " + number));
            case ReceiveGift.Outcome.NotFound() -> Answer.notFound();
            case ReceiveGift.Outcome.TakesNoGifts() -> Answer.notFound();
            case ReceiveGift.Outcome.NoAmount() -> refuse(found, form, "amount", "请填写金额");
            case ReceiveGift.Outcome.NameOrNone() -> refuse(found, form, "name", "请填写姓名或名称；不愿留名的选匿名");
            case ReceiveGift.Outcome.BadCreditCode() -> refuse(found, form, "creditCode", "统一社会信用代码不对，请逐位核对");
            case ReceiveGift.Outcome.WrongDay() -> refuse(found, form, "receivedOn", "收到日期不早于基金设立，不晚于今天");
            case ReceiveGift.Outcome.PlaceNotReached() -> refuse(found, form, "place", "这项资金到不了这个地区");
            case ReceiveGift.Outcome.PurposeNotOfFund() ->
                refuse(found, form, "purpose", "这项资金不能用在这件事上，限定了就没有人能用；请换一个用途，或登记到另一项资金");
            case ReceiveGift.Outcome.LooksSecret(var secret) -> refuse(found, form, secret.field(), secret.why());
            case ReceiveGift.Outcome.NotOfThisPlan() -> refuse(found, form, "plan", "这个募捐方案不是这项资金的，或那天还没有开始");
            case ReceiveGift.Outcome.ReceiptTaken() -> refuse(found, form, "receipt", "这个票据号已经登记过一笔捐赠，没有重复入账");
            case ReceiveGift.Outcome.YearClosed(var year) ->
                refuse(found, form, "receivedOn", year + " 年已经结账，收到日期请填今年的，实际收到的日子写进约定用途");
        };
    }

    @GetMapping("/gifts/{gift}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    GiftPage show(Actor.Office actor, @PathVariable UUID gift, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var found = gifts.find(gift).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var fund = reach.require(actor, found.fund());
            return new GiftPage(
                    fund,
                    found,
                    trace.of(gift, after),
                    changes.ofGift(gift),
                    found.plan() == null
                            ? null
                            : plans.find(found.plan()).orElseThrow().title(),
                    mayWrite(actor, fund) && Permission.mayPerform(ProposePurpose.class, actor),
                    mayWrite(actor, fund) ? gifts.queryCode(gift).orElseThrow() : null);
        });
    }

    @GetMapping({"/gifts/{gift}/export.xlsx", "/gifts/{gift}/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void exportUses(Actor.Office actor, @PathVariable UUID gift, HttpServletResponse response) {
        var page = show(actor, gift, "");
        transactions.read(actor, () -> {
            WholeList.<GiftUse>send(
                    actor,
                    response,
                    LocalDate.now(clock),
                    page,
                    row -> trace.each(page.trace().parts(), row));
            return true;
        });
    }

    private Fund takingGifts(Actor.Office actor, UUID fund) {
        var found = reach.require(actor, fund);
        if (!found.kind().takesGifts()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found;
    }

    private static boolean mayWrite(Actor.Office actor, Fund fund) {
        return FundReach.keeps(actor, fund) && actor.role() != Role.AUDITOR;
    }

    private ResponseEntity<Page> refuse(Fund fund, GiftForm form, String field, String message) {
        return Answer.invalid(page(fund, form, FieldErrors.of(field, message)));
    }

    private GiftFormPage page(Fund fund, GiftForm form, FieldErrors errors) {
        return new GiftFormPage(
                fund, form, Purposes.of(fund, policy, LocalDate.now(clock)), plans.published(fund.id()), errors);
    }
}
