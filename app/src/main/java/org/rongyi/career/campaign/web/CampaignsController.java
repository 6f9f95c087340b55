package org.rongyi.career.campaign.web;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.group.CallOffCampaign;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
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

/** 阳光安置: a campaign. */
@Controller
class CampaignsController {

    private static final int BEHIND_RECEPTIONS = 49;

    private final Acts acts;
    private final CallOffCampaign callOff;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final NextSteps steps;
    private final DirectPolicy direct;
    private final DirectCalls calls;
    private final WayRules rules;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    CampaignsController(
            Acts acts,
            CallOffCampaign callOff,
            PlacementPosts posts,
            Candidates candidates,
            NextSteps steps,
            DirectPolicy direct,
            DirectCalls calls,
            WayRules rules,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.callOff = callOff;
        this.posts = posts;
        this.candidates = candidates;
        this.steps = steps;
        this.direct = direct;
        this.calls = calls;
        this.rules = rules;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry campaignsDoor() {
        return new MenuEntry(
                "阳光安置",
                "/campaigns",
                Icon.STAR,
                BEHIND_RECEPTIONS,
                actor -> Permission.mayPerform(DraftCampaign.class, actor));
    }

    @GetMapping("/campaigns/{campaign}")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign) {
        return page(actor, campaign, "", FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/calling-off")
    @Allow(act = CallOffCampaign.class)
    ResponseEntity<Page> callOff(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String reason) {
        var given = reason.strip();
        return switch (acts.perform(actor, callOff, new CallOffCampaign.Command(id, campaign, given))) {
            case CallOffCampaign.Outcome.CalledOff ignored ->
                Answer.seeOther("/campaigns/" + campaign, Flash.success("已停办，理由公开。"));
            case CallOffCampaign.Outcome.NotFound() -> Answer.notFound();
            case CallOffCampaign.Outcome.NotNow() ->
                Answer.invalid(page(actor, campaign, given, FieldErrors.of("reason", "已经停办，或者结果已经审定，不能停办")));
            case CallOffCampaign.Outcome.NoReason() ->
                Answer.invalid(page(actor, campaign, given, FieldErrors.of("reason", "请写明为什么停办，不超过 300 字")));
            case CallOffCampaign.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(actor, campaign, given, FieldErrors.of(field, why)));
        };
    }

    private CampaignPage page(Actor.Office actor, UUID campaign, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var open = posts.sums(campaign);
            boolean own = desk.mayAct(one, actor);
            long people = candidates.count(campaign);
            return new CampaignPage(
                    one,
                    open.posts(),
                    open.seats(),
                    people,
                    rules.open(one.used()),
                    own ? steps.of(one, people) : null,
                    own,
                    own
                            && one.calledOff() == null
                            && one.stage() != CampaignStage.FOLLOWED
                            && Permission.mayPerform(CallOffCampaign.class, actor),
                    !calls.of(campaign).isEmpty()
                            || own && direct.pilot(one, divisions.today()).isPresent(),
                    reason,
                    errors);
        });
    }
}
