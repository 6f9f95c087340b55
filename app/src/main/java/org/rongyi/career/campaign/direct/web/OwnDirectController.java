package org.rongyi.career.campaign.direct.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.ApplyDirect;
import org.rongyi.career.campaign.direct.DirectApplications;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectSide;
import org.rongyi.career.campaign.direct.DirectState;
import org.rongyi.career.campaign.direct.WithdrawDirect;
import org.rongyi.career.campaign.web.CampaignDesk;
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
import org.rongyi.platform.ui.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的直通安置: he applies, sees what became of it, and withdraws. */
@Controller
class OwnDirectController {

    private static final int MOST = 20;

    private final Acts acts;
    private final ApplyDirect apply;
    private final WithdrawDirect withdraw;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final PlacementPosts posts;
    private final DirectCalls calls;
    private final DirectApplications applications;
    private final Divisions divisions;
    private final Transactions transactions;

    OwnDirectController(
            Acts acts,
            ApplyDirect apply,
            WithdrawDirect withdraw,
            PlacementCampaigns campaigns,
            Candidates candidates,
            PlacementPosts posts,
            DirectCalls calls,
            DirectApplications applications,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.apply = apply;
        this.withdraw = withdraw;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.posts = posts;
        this.calls = calls;
        this.applications = applications;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/me/campaigns/{campaign}/direct")
    @Allow(self = true)
    Page show(Actor.Self actor, @PathVariable UUID campaign) {
        return page(actor, campaign, "", Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/me/campaigns/{campaign}/direct")
    @Allow(act = ApplyDirect.class)
    ResponseEntity<Page> apply(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var call = typed.id("call");
        var whom = transactions.read(actor, () -> whom(actor, campaign));
        if (call == null) {
            return Answer.notFound();
        }
        return switch (acts.perform(actor, apply, new ApplyDirect.Command(id, call, whom.id()))) {
            case ApplyDirect.Outcome.Applied ignored -> done(campaign, "已报名，资格审查以后这里看得到结果。");
            case ApplyDirect.Outcome.NotFound() -> Answer.notFound();
            case ApplyDirect.Outcome refused ->
                Answer.invalid(page(actor, campaign, DirectController.refused(refused), typed, FieldErrors.none()));
        };
    }

    @PostMapping("/me/campaigns/{campaign}/direct/withdrawal")
    @Allow(act = WithdrawDirect.class)
    ResponseEntity<Page> withdraw(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var application = typed.id("application");
        transactions.read(actor, () -> whom(actor, campaign));
        if (application == null) {
            return Answer.notFound();
        }
        var command = new WithdrawDirect.Command(id, application, DirectSide.SELF, typed.value("withdrawal"));
        return switch (acts.perform(actor, withdraw, command)) {
            case WithdrawDirect.Outcome.Withdrawn ignored -> done(campaign, "已撤回。");
            case WithdrawDirect.Outcome.NotFound() -> Answer.notFound();
            case WithdrawDirect.Outcome.NotNow() ->
                Answer.invalid(page(actor, campaign, "已经确定或者已经撤回，不能再撤", typed, FieldErrors.none()));
            case WithdrawDirect.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(actor, campaign, "", typed, FieldErrors.of(field, why)));
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/me/campaigns/" + campaign + "/direct", Flash.success(words));
    }

    private Candidate whom(Actor.Self actor, UUID campaign) {
        return candidates.ofPerson(actor.person(), MOST).stream()
                .filter(one -> one.campaign().equals(campaign))
                .findFirst()
                .orElseThrow(CampaignDesk::none);
    }

    private Page page(Actor.Self actor, UUID id, String refused, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var whom = whom(actor, id);
            var campaign = campaigns.find(id).orElseThrow(CampaignDesk::none);
            var today = divisions.today();
            var published =
                    posts.published(id).stream().collect(Collectors.toMap(PlacementPost::id, Function.identity()));
            var own = applications.ofCandidate(whom.id());
            boolean open = campaign.isIn(CampaignStage.NOTICE);
            return new OwnDirectPage(
                    campaign,
                    calls.of(id).stream()
                            .map(one -> new OwnDirectPage.Call(
                                    one.id(),
                                    DirectController.name(one.post(), published),
                                    one.seats(),
                                    one.conditions(),
                                    Words.day(one.from()) + "至" + Words.day(one.until()) + "报名",
                                    open && one.isOpen(today) && isNew(one, own)))
                            .toList(),
                    own.stream()
                            .map(one -> new OwnDirectPage.Own(
                                    one.id(),
                                    DirectController.name(one.post(), published),
                                    one.state().zh(),
                                    why(one),
                                    open && one.state() != DirectState.SETTLED && one.state() != DirectState.WITHDRAWN))
                            .toList(),
                    refused,
                    typed,
                    errors);
        });
    }

    private static boolean isNew(DirectCalls.Call call, List<DirectApplications.Application> own) {
        return own.stream().noneMatch(one -> one.call().equals(call.id()) && one.withdrawnWhy() == null);
    }

    private static @Nullable String why(DirectApplications.Application one) {
        var side = one.withdrawnSide();
        if (side != null) {
            return side.zh() + "：" + one.withdrawnWhy();
        }
        var refusal = one.refusal();
        if (refusal != null) {
            return refusal;
        }
        var until = one.noticeUntil();
        return until != null && one.settledBy() == null ? "公示到" + Words.day(until) : null;
    }
}
