package org.rongyi.care.fund.raising.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.raising.ConfirmPlanEnd;
import org.rongyi.care.fund.raising.DueDisclosures;
import org.rongyi.care.fund.raising.PlanEnds;
import org.rongyi.care.fund.raising.ProposePlanEnd;
import org.rongyi.care.fund.raising.RaisingPlans;
import org.rongyi.care.fund.raising.web.PlanEndPage.Typed;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 提前结束、延长募捐. */
@Controller
class PlanEndController {

    private static final String ENDED = "资金已经终止，募捐的结束日期不能再改";

    /** How many of the past are told. */
    private static final int PAST = 20;

    private final Acts acts;
    private final ProposePlanEnd propose;
    private final ConfirmPlanEnd confirm;
    private final RaisingPlans plans;
    private final PlanEnds ends;
    private final DueDisclosures due;
    private final FundReach reach;
    private final Transactions transactions;
    private final Clock clock;

    PlanEndController(
            Acts acts,
            ProposePlanEnd propose,
            ConfirmPlanEnd confirm,
            RaisingPlans plans,
            PlanEnds ends,
            DueDisclosures due,
            FundReach reach,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.propose = propose;
        this.confirm = confirm;
        this.plans = plans;
        this.ends = ends;
        this.due = due;
        this.reach = reach;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/plans/{plan}/end")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID plan) {
        return page(actor, plan, Typed.NOTHING, FieldErrors.none());
    }

    @PostMapping("/plans/{plan}/end")
    @Allow(act = ProposePlanEnd.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID plan,
            @RequestParam(defaultValue = "") String endsOn,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String documentOn,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new Typed(endsOn, document, documentOn, reason, "");
        var errors = FieldErrors.none();
        var day = org.rongyi.platform.ui.Typed.day(endsOn, "endsOn", "请选择改到哪天结束", errors);
        var paper = org.rongyi.platform.ui.Typed.day(documentOn, "documentOn", "请选择文件的日期", errors);
        errors.requireText(document, "document", "请写明凭什么文件");
        errors.requireText(reason, "reason", "请写明为什么");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, plan, typed, errors));
        }
        var command = new ProposePlanEnd.Command(id, plan, day.orElseThrow(), document, paper.orElseThrow(), reason);
        return switch (acts.perform(actor, propose, command)) {
            case ProposePlanEnd.Outcome.Proposed ignored -> done(plan, Flash.success("已提出，等另一位负责人核定；核定以前期限不变"));
            case ProposePlanEnd.Outcome.NotFound() -> Answer.notFound();
            case ProposePlanEnd.Outcome.FundEnded() -> done(plan, Flash.info(ENDED));
            case ProposePlanEnd.Outcome.AlreadyProposed() -> done(plan, Flash.info("已有人提出，等核定；您填的没有提出。要改成别的，先请负责人退回"));
            case ProposePlanEnd.Outcome.SameDay() -> refuse(actor, plan, typed, "endsOn", "本来就是这天结束，没有要改的");
            case ProposePlanEnd.Outcome.BeforeItBegan() -> refuse(actor, plan, typed, "endsOn", "不能早于开始那天");
            case ProposePlanEnd.Outcome.GiftsAfter(var last) -> refuse(actor, plan, typed, "endsOn", giftsAfter(last));
            case ProposePlanEnd.Outcome.WrongDay() -> refuse(actor, plan, typed, "documentOn", "文件的日期不能晚于今天");
            case ProposePlanEnd.Outcome.OverBefore(var over) ->
                refuse(actor, plan, typed, "documentOn", "募捐 " + Words.day(over) + "已经结束，之后才报的不能延长；请照新的方案备案，另行登记");
            case ProposePlanEnd.Outcome.NoPaper() -> refuse(actor, plan, typed, "document", "请写明凭什么文件，不超过 200 字");
            case ProposePlanEnd.Outcome.NoReason() -> refuse(actor, plan, typed, "reason", "请写明为什么，不超过 200 字");
            case ProposePlanEnd.Outcome.LooksSecret(var found) ->
                refuse(actor, plan, typed, found.field(), found.why());
        };
    }

    @PostMapping("/plan-ends/{planEnd}/answer")
    @Allow(act = ConfirmPlanEnd.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID planEnd,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String words) {
        var plan = transactions
                .read(actor, () -> ends.find(planEnd))
                .map(PlanEnds.Change::plan)
                .orElseThrow(PlanEndController::notFound);
        var typed = new Typed("", "", "", "", words);
        var command = new ConfirmPlanEnd.Command(id, planEnd, "yes".equals(agrees), words);
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmPlanEnd.Outcome.Changed ignored -> done(plan, Flash.success("已核定，公开的期限从新的结束日期算起"));
            case ConfirmPlanEnd.Outcome.Declined ignored -> done(plan, Flash.success("已退回，结束日期不变"));
            case ConfirmPlanEnd.Outcome.TakenBack ignored -> done(plan, Flash.success("已撤回，可以重新提出"));
            case ConfirmPlanEnd.Outcome.NotFound() -> Answer.notFound();
            case ConfirmPlanEnd.Outcome.FundEnded() -> done(plan, Flash.info(ENDED));
            case ConfirmPlanEnd.Outcome.AlreadyAnswered() -> done(plan, Flash.info("已有人核定或者退回过，见下面"));
            case ConfirmPlanEnd.Outcome.OwnProposal() -> refuse(actor, plan, typed, "words", "您提出的，要请另一位负责人核定");
            case ConfirmPlanEnd.Outcome.GiftsAfter(var last) ->
                refuse(actor, plan, typed, "words", giftsAfter(last) + "，请退回");
            case ConfirmPlanEnd.Outcome.NoReason() -> refuse(actor, plan, typed, "words", "退回、撤回的，请写明理由，不超过 200 字");
            case ConfirmPlanEnd.Outcome.LooksSecret(var found) -> refuse(actor, plan, typed, "words", found.why());
        };
    }

    private static String giftsAfter(LocalDate last) {
        return Words.day(last) + "还有随这次募捐来的捐赠，不能说之前就结束了";
    }

    private static ResponseEntity<Page> done(UUID plan, Flash flash) {
        return Answer.seeOther("/plans/" + plan + "/end", flash);
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, UUID plan, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, plan, typed, FieldErrors.of(field, why)));
    }

    private Page page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        var plan = transactions.read(actor, () -> plans.find(id)).orElseThrow(PlanEndController::notFound);
        var fund = reach.require(actor, plan.fund());
        return transactions.read(
                actor,
                () -> new PlanEndPage(
                        fund,
                        plan,
                        due.next(fund, id),
                        ends.open(id).orElse(null),
                        ends.ofPlan(id, PAST),
                        LocalDate.now(clock),
                        actor,
                        typed,
                        errors));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
