package org.rongyi.care.fund.raising.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.PublishDisclosure;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RecordFiling;
import org.rongyi.care.fund.raising.RegisterPlan;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 募捐方案和信息公开, for the bureau that keeps the fund. */
@Controller
class RaisingController {

    private final Acts acts;
    private final RegisterPlan register;
    private final RecordFiling file;
    private final PublishDisclosure publish;
    private final RaisingDesk desk;

    RaisingController(
            Acts acts, RegisterPlan register, RecordFiling file, PublishDisclosure publish, RaisingDesk desk) {
        this.acts = acts;
        this.register = register;
        this.file = file;
        this.publish = publish;
        this.desk = desk;
    }

    @GetMapping("/funds/{fund}/disclosures")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page list(Actor.Office actor, @PathVariable UUID fund) {
        return desk.list(actor, fund);
    }

    @GetMapping("/funds/{fund}/plans/new")
    @Allow(act = RegisterPlan.class)
    Page planForm(Actor.Office actor, @PathVariable UUID fund) {
        return new PlanFormPage(desk.own(actor, fund), PlanForm.blank(), FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/plans/new")
    @Allow(act = RegisterPlan.class)
    ResponseEntity<Page> register(Actor.Office actor, CommandId id, @PathVariable UUID fund, PlanForm form) {
        var found = desk.own(actor, fund);
        var errors = FieldErrors.none();
        var command = form.command(id, fund, errors);
        if (command.isEmpty()) {
            return Answer.invalid(new PlanFormPage(found, form, errors));
        }
        return switch (acts.perform(actor, register, command.get())) {
            case RegisterPlan.Outcome.Registered(var plan) ->
                Answer.seeOther("/plans/" + plan, Flash.success("已登记，公开期限从开始那天算起"));
            case RegisterPlan.Outcome.NotFound() -> Answer.notFound();
            case RegisterPlan.Outcome.TakesNoGifts() -> Answer.notFound();
            case RegisterPlan.Outcome.FundEnded() -> refuse(form, found, "title", "这项资金已经终止，不再募捐");
            case RegisterPlan.Outcome.LooksSecret(var secret) -> refuse(form, found, secret.field(), secret.why());
            case RegisterPlan.Outcome.NoLicence() -> refuse(form, found, "title", "依托的慈善组织没有公开募捐资格，不能公开募捐；只能向特定对象募集");
            case RegisterPlan.Outcome.WrongDay() -> refuse(form, found, "endsOn", "结束日期不早于开始日期");
            case RegisterPlan.Outcome.NoWay() -> refuse(form, found, "ways", "请选择用什么方式募捐");
            case RegisterPlan.Outcome.NoPlatform() -> refuse(form, found, "ways", "基金没有民政部指定的互联网募捐平台上的网址，不能选网上募捐");
            case RegisterPlan.Outcome.NotFiled() ->
                refuse(form, found, "filing", "开始之前要备案，请填备案编号和不晚于开始那天的备案日期；只有应急的可以后补");
            case RegisterPlan.Outcome.FilingTaken() -> refuse(form, found, "filing", "这个备案编号已经登记过一个方案");
            case RegisterPlan.Outcome.NameTaken() -> refuse(form, found, "title", "这项基金已有同名的方案");
        };
    }

    private static ResponseEntity<Page> refuse(PlanForm form, Fund fund, String field, String why) {
        return Answer.invalid(new PlanFormPage(fund, form, FieldErrors.of(field, why)));
    }

    @GetMapping("/plans/{plan}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page plan(Actor.Office actor, @PathVariable UUID plan) {
        return desk.plan(actor, plan, Map.of(), FieldErrors.none());
    }

    @PostMapping("/plans/{plan}/filing")
    @Allow(act = RecordFiling.class)
    ResponseEntity<Page> file(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID plan,
            @RequestParam(defaultValue = "") String filing,
            @RequestParam(defaultValue = "") String filedOn) {
        var typed = Map.of("filing", filing, "filedOn", filedOn);
        var errors = FieldErrors.none();
        errors.requireText(filing, "filing", "请填写备案编号");
        var day = Typed.day(filedOn, "filedOn", "请选择备案日期", errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(desk.plan(actor, plan, typed, errors));
        }
        var command = new RecordFiling.Command(id, plan, new RaisingPlan.Filing(filing.strip(), day.orElseThrow()));
        return switch (acts.perform(actor, file, command)) {
            case RecordFiling.Outcome.Filed ignored -> Answer.seeOther("/plans/" + plan, Flash.success("备案编号已登记"));
            case RecordFiling.Outcome.NotFound() -> Answer.notFound();
            case RecordFiling.Outcome.FiledBefore() -> wrongFiling(actor, plan, typed, "filing", "已经登记过备案编号");
            case RecordFiling.Outcome.WrongDay() -> wrongFiling(actor, plan, typed, "filedOn", "备案日期不能晚于今天");
            case RecordFiling.Outcome.FilingTaken() -> wrongFiling(actor, plan, typed, "filing", "这个备案编号已经登记过一个方案");
        };
    }

    private ResponseEntity<Page> wrongFiling(
            Actor.Office actor, UUID plan, Map<String, String> typed, String field, String why) {
        return Answer.invalid(desk.plan(actor, plan, typed, FieldErrors.of(field, why)));
    }

    @GetMapping("/funds/{fund}/disclosures/new")
    @Allow(act = PublishDisclosure.class)
    Page preview(Actor.Office actor, @PathVariable UUID fund, @RequestParam(required = false) @Nullable UUID plan) {
        return desk.preview(actor, fund, plan, FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/disclosures/new")
    @Allow(act = PublishDisclosure.class)
    ResponseEntity<Page> publish(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID fund,
            @RequestParam(required = false) @Nullable UUID plan) {
        return switch (acts.perform(actor, publish, new PublishDisclosure.Command(id, fund, plan))) {
            case PublishDisclosure.Outcome.Published(var disclosure) ->
                Answer.seeOther("/open-books/disclosures/" + disclosure, Flash.success("已公开"));
            case PublishDisclosure.Outcome.NotFound() -> Answer.notFound();
            case PublishDisclosure.Outcome.TakesNoGifts() -> Answer.notFound();
            case PublishDisclosure.Outcome.NotBegun() ->
                Answer.invalid(desk.preview(actor, fund, plan, FieldErrors.of("plan", "募捐还没有开始")));
            case PublishDisclosure.Outcome.PublishedToday() ->
                Answer.invalid(desk.preview(actor, fund, plan, FieldErrors.of("plan", "今天已经公开过一次")));
        };
    }
}
