package org.rongyi.career.campaign.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.EditPlan;
import org.rongyi.career.campaign.who.OrderRules;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 拟定、修改方案, as long as the group has not approved it. */
@Controller
class PlanController {

    private final Acts acts;
    private final DraftCampaign draft;
    private final EditPlan edit;
    private final OrderRules order;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    PlanController(
            Acts acts,
            DraftCampaign draft,
            EditPlan edit,
            OrderRules order,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.draft = draft;
        this.edit = edit;
        this.order = order;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/new")
    @Allow(act = DraftCampaign.class)
    Page form(Actor.Office actor) {
        var at = new OrderRules.At(divisions.today(), actor.unitCode());
        var usual = order.priorities(at).stream().findFirst().orElse(Priority.NONE);
        return form(actor, null, PlanForm.blank(usual, order.ties(at)), FieldErrors.none());
    }

    @PostMapping("/campaigns/new")
    @Allow(act = DraftCampaign.class)
    ResponseEntity<Page> draft(Actor.Office actor, CommandId id, @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var errors = FieldErrors.none();
        var plan = PlanForm.read(typed, errors);
        if (plan.isEmpty()) {
            return Answer.invalid(form(actor, null, typed, errors));
        }
        return switch (acts.perform(actor, draft, new DraftCampaign.Command(id, plan.get()))) {
            case DraftCampaign.Outcome.Drafted(var campaign, var number) ->
                Answer.seeOther("/campaigns/" + campaign, Flash.success("已拟定，编号 " + number + "。"));
            case DraftCampaign.Outcome.NoCampaignsHere() ->
                Answer.invalid(form(actor, null, typed, FieldErrors.of("title", "安置活动由退役军人事务局主办，你现在的岗位不在局里")));
            case DraftCampaign.Outcome.Wanting(var field, var why) ->
                Answer.invalid(form(actor, null, typed, FieldErrors.of(field, why)));
        };
    }

    @GetMapping("/campaigns/{campaign}/plan")
    @Allow(act = EditPlan.class)
    Page plan(Actor.Office actor, @PathVariable UUID campaign) {
        return transactions.read(actor, () -> {
            var one = desk.requireOwn(campaign, actor);
            return form(actor, one, PlanForm.of(one.plan()), FieldErrors.none());
        });
    }

    @PostMapping("/campaigns/{campaign}/plan")
    @Allow(act = EditPlan.class)
    ResponseEntity<Page> edit(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var one = transactions.read(actor, () -> desk.requireOwn(campaign, actor));
        var errors = FieldErrors.none();
        var plan = PlanForm.read(typed, errors);
        if (plan.isEmpty()) {
            return Answer.invalid(form(actor, one, typed, errors));
        }
        return switch (acts.perform(actor, edit, new EditPlan.Command(id, campaign, plan.get()))) {
            case EditPlan.Outcome.Edited(var ignored) ->
                Answer.seeOther("/campaigns/" + campaign, Flash.success("方案已修改。"));
            case EditPlan.Outcome.NotFound() -> Answer.notFound();
            case EditPlan.Outcome.Frozen() ->
                Answer.invalid(form(actor, one, typed, FieldErrors.of("title", "方案已经审定，不能再改")));
            case EditPlan.Outcome.Wanting(var field, var why) ->
                Answer.invalid(form(actor, one, typed, FieldErrors.of(field, why)));
        };
    }

    private PlanFormPage form(Actor.Office actor, @Nullable CampaignRecord campaign, Typed typed, FieldErrors errors) {
        var today = divisions.today();
        var at = new OrderRules.At(
                PlanForm.day(typed).orElse(today), campaign == null ? actor.unitCode() : campaign.code());
        return new PlanFormPage(
                campaign,
                today.toString(),
                order.priorities(at),
                order.prioritySource(at),
                order.tieRule(at),
                typed,
                errors);
    }
}
