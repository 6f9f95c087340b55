package org.rongyi.career.campaign.live.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.live.choice.ChooseLive;
import org.rongyi.career.campaign.live.choice.Choosing;
import org.rongyi.career.campaign.live.choice.ComeForward;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
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

/** 现场选岗, by the candidate himself; and what everybody may look at. */
@Controller
class OwnLiveController {

    private static final int MOST = 20;

    private final Acts acts;
    private final ChooseLive choose;
    private final ComeForward comeForward;
    private final Choosing choosing;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final LiveDesk desk;
    private final Transactions transactions;

    OwnLiveController(
            Acts acts,
            ChooseLive choose,
            ComeForward comeForward,
            Choosing choosing,
            PlacementCampaigns campaigns,
            Candidates candidates,
            LiveDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.choose = choose;
        this.comeForward = comeForward;
        this.choosing = choosing;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/sunshine/{number}/live")
    @Allow(everyone = true)
    Page watch(Actor actor, @PathVariable String number) {
        return transactions.read(
                actor,
                () -> new WatchPage(
                        campaigns.published(number).flatMap(desk::view).orElseThrow(OwnLiveController::none)));
    }

    @GetMapping("/me/campaigns/{campaign}/live")
    @Allow(self = true)
    Page show(Actor.Self actor, @PathVariable UUID campaign) {
        return page(actor, campaign, "", FieldErrors.none());
    }

    @PostMapping("/me/campaigns/{campaign}/live")
    @Allow(act = ChooseLive.class)
    ResponseEntity<Page> choose(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String act) {
        var passes = act.equals("pass");
        var chosen = passes ? null : id(post);
        if (!passes && chosen == null) {
            return Answer.invalid(page(actor, campaign, "", FieldErrors.of("post", "请选一个岗位")));
        }
        return switch (acts.perform(actor, choose, new ChooseLive.Command(id, campaign, chosen))) {
            case LiveOutcome.Chosen ignored -> done(campaign, "已选定。");
            case LiveOutcome.Passed ignored -> done(campaign, "已放弃这次选岗，转入方案的下一种方式。");
            case LiveOutcome.NotFound() -> Answer.notFound();
            case LiveOutcome refused -> Answer.invalid(page(actor, campaign, post, LiveWords.refused(refused)));
        };
    }

    @PostMapping("/me/campaigns/{campaign}/live/here")
    @Allow(act = ComeForward.class)
    ResponseEntity<Page> here(Actor.Self actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, comeForward, new ComeForward.Command(id, campaign))) {
            case ComeForward.Outcome.Here ignored -> done(campaign, "记下了，您到了。");
            case ComeForward.Outcome.NotMarked() -> done(campaign, "没有记您未到，或者您这一轮已经结束。");
            case ComeForward.Outcome.NotFound() -> Answer.notFound();
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/me/campaigns/" + campaign + "/live", Flash.success(words));
    }

    private OwnLivePage page(Actor.Self actor, UUID campaign, String chosen, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var whom = candidates.ofPerson(actor.person(), MOST).stream()
                    .filter(one -> one.campaign().equals(campaign))
                    .findFirst()
                    .orElseThrow(OwnLiveController::none);
            var view = campaigns.find(campaign).flatMap(desk::view).orElseThrow(OwnLiveController::none);
            return new OwnLivePage(view, whom, choosing.refused(whom), choosing.mayHaveKept(whom), chosen, errors);
        });
    }

    static @Nullable UUID id(String text) {
        return Optional.of(text)
                .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .orElse(null);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
