package org.rongyi.care.fund.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 拨付: what waits to be paid, and making batches of it. */
@Controller
class PaymentsController {

    private static final int AFTER_CASES = 47;

    private final Acts acts;
    private final MakeBatch make;
    private final PaymentDesk desk;
    private final Clock clock;

    PaymentsController(Acts acts, MakeBatch make, PaymentDesk desk, Clock clock) {
        this.acts = acts;
        this.make = make;
        this.desk = desk;
        this.clock = clock;
    }

    @Bean
    static MenuEntry paymentsDoor() {
        return MenuEntry.forAct("拨付", "/payments", Icon.MONEY, AFTER_CASES, MakeBatch.class);
    }

    @GetMapping("/payments")
    @Allow(act = MakeBatch.class)
    Page unit(Actor.Office actor) {
        return desk.unit(actor);
    }

    @GetMapping("/funds/{fund}/payments")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page fund(Actor.Office actor, @PathVariable UUID fund, @RequestParam(defaultValue = "") String after) {
        return desk.fund(actor, fund, after, null, FieldErrors.none());
    }

    @GetMapping({"/funds/{fund}/payments/export.xlsx", "/funds/{fund}/payments/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(Actor.Office actor, @PathVariable UUID fund, HttpServletResponse response) {
        WholeList.send(actor, response, LocalDate.now(clock), after -> desk.batches(actor, fund, after));
    }

    @PostMapping("/funds/{fund}/batches")
    @Allow(act = MakeBatch.class)
    ResponseEntity<Page> make(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID fund,
            @RequestParam(name = "grant", required = false) @Nullable List<UUID> grants) {
        var chosen = grants == null ? List.<UUID>of() : new ArrayList<>(grants);
        return switch (acts.perform(actor, make, new MakeBatch.Command(id, fund, chosen, null))) {
            case MakeBatch.Outcome.Made(var batch, var number) ->
                Answer.seeOther("/batches/" + batch, Flash.success("已编成批次 " + number + "，等负责人批准"));
            case MakeBatch.Outcome.NotFound() -> Answer.notFound();
            case MakeBatch.Outcome.NothingChosen() -> again(actor, fund, chosen, "请至少勾选一笔");
            case MakeBatch.Outcome.TooManyChosen(var most) -> again(actor, fund, chosen, "一个批次最多 " + most + " 笔，请分批编");
            case MakeBatch.Outcome.NotWaiting(var numbers) ->
                again(actor, fund, chosen, "案号 " + String.join("、", numbers) + " 已不在待拨付，没有编成。请看过再勾选");
            case MakeBatch.Outcome.Unpayable(var number, var why) ->
                again(actor, fund, chosen, "案号 " + number + " 的收款账号银行不收：" + why + "。请点受助人更正账号，或去掉这一笔");
            case MakeBatch.Outcome.Altered(var numbers) ->
                again(
                        actor,
                        fund,
                        chosen,
                        "没有编成：案号 " + String.join("、", numbers) + " 的收款账号或内容与登记时不符，可能被人绕过办理改动。"
                                + "请去掉这几笔，告诉管系统的人做账目校验，再与领款人核实后更正收款账号，或者解除承诺重新办理");
            case MakeBatch.Outcome.OtherSum(var now) -> again(actor, fund, chosen, "合计变成 " + now.text() + " 元，请看过再编");
        };
    }

    /** With the ticks as they were: what somebody left out is not in the batch the next time. */
    private ResponseEntity<Page> again(Actor.Office actor, UUID fund, List<UUID> chosen, String why) {
        return Answer.invalid(desk.fund(actor, fund, "", Set.copyOf(chosen), FieldErrors.of("grant", why)));
    }
}
