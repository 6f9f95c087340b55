package org.rongyi.career.campaign.appeal.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.appeal.Appeals;
import org.rongyi.career.campaign.appeal.AskAnotherLook;
import org.rongyi.career.campaign.appeal.DecideAppeal;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资格审查复核: asked for by himself or at the counter, answered by the office. */
@Controller
class AppealsController {

    private static final int MOST = 50;
    private static final List<String> RULINGS = List.of("UPHELD", "LIFTED");

    private final Acts acts;
    private final AskAnotherLook ask;
    private final DecideAppeal decide;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Appeals appeals;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    AppealsController(
            Acts acts,
            AskAnotherLook ask,
            DecideAppeal decide,
            PlacementCampaigns campaigns,
            Candidates candidates,
            Appeals appeals,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.ask = ask;
        this.decide = decide;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.appeals = appeals;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    /** What is shown again when something was wrong. */
    private record Again(String refused, Typed typed, FieldErrors errors) {
        static final Again NOTHING = new Again("", Typed.empty(), FieldErrors.none());
    }

    @GetMapping("/me/campaigns/{campaign}/refusals")
    @Allow(self = true)
    Page own(Actor.Self actor, @PathVariable UUID campaign) {
        return own(actor, campaign, Again.NOTHING);
    }

    private Page own(Actor.Self actor, UUID campaign, Again again) {
        return transactions.read(actor, () -> {
            var whom = mine(actor, campaign);
            var one = campaigns.find(campaign).orElseThrow(CampaignDesk::none);
            return new AppealsPage(
                    one,
                    whom,
                    appeals.of(campaign, whom.person()),
                    null,
                    true,
                    divisions.today(),
                    again.refused(),
                    again.typed(),
                    again.errors());
        });
    }

    private Candidate mine(Actor.Self actor, UUID campaign) {
        return candidates.ofPerson(actor.person(), MOST).stream()
                .filter(one -> one.campaign().equals(campaign))
                .findFirst()
                .orElseThrow(CampaignDesk::none);
    }

    @PostMapping("/me/campaigns/{campaign}/refusals/{refusal}")
    @Allow(self = true)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID refusal,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var whom = transactions.read(actor, () -> mine(actor, campaign));
        var command = new AskAnotherLook.Command(id, whom.id(), refusal, typed.value("words." + refusal));
        var outcome = acts.perform(actor, ask, command);
        return outcome instanceof AskAnotherLook.Outcome.Asked
                ? Answer.seeOther("/me/campaigns/" + campaign + "/refusals", Flash.success("已申请复核，没有经手的人书面答复。"))
                : refused(outcome, refusal, typed, again -> own(actor, campaign, again));
    }

    @GetMapping("/campaigns/{campaign}/candidates/{candidate}/appeals")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID candidate) {
        return page(actor, campaign, candidate, Again.NOTHING);
    }

    private Page page(Actor.Office actor, UUID campaign, UUID candidate, Again again) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var whom = whom(campaign, candidate);
            return new AppealsPage(
                    one,
                    whom,
                    appeals.of(campaign, whom.person()),
                    desk.mayAct(one, actor) ? actor : null,
                    false,
                    divisions.today(),
                    again.refused(),
                    again.typed(),
                    again.errors());
        });
    }

    private Candidate whom(UUID campaign, UUID candidate) {
        return candidates
                .find(candidate)
                .filter(one -> one.campaign().equals(campaign))
                .orElseThrow(CampaignDesk::none);
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/appeals/{refusal}")
    @Allow(act = AskAnotherLook.class)
    ResponseEntity<Page> askFor(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @PathVariable UUID refusal,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        transactions.read(actor, () -> {
            desk.requireOwn(campaign, actor);
            return whom(campaign, candidate);
        });
        var command = new AskAnotherLook.Command(id, candidate, refusal, typed.value("words." + refusal));
        var outcome = acts.perform(actor, ask, command);
        return outcome instanceof AskAnotherLook.Outcome.Asked
                ? done(campaign, candidate, "已代为申请复核。")
                : refused(outcome, refusal, typed, again -> page(actor, campaign, candidate, again));
    }

    /** Asked by himself or for him: what is said is the same. */
    private static ResponseEntity<Page> refused(
            AskAnotherLook.Outcome outcome, UUID refusal, Typed typed, Function<Again, Page> page) {
        return switch (outcome) {
            case AskAnotherLook.Outcome.Asked done -> throw new IllegalStateException("not refused: " + done);
            case AskAnotherLook.Outcome.NotFound() -> Answer.notFound();
            case AskAnotherLook.Outcome.NotNow() ->
                Answer.invalid(page.apply(new Again("申请复核的期限已经过了，或者名单已经定下来，不能再申请。", typed, FieldErrors.none())));
            case AskAnotherLook.Outcome.AlreadyAsked() ->
                Answer.invalid(page.apply(new Again("这个岗位已经申请过一次复核。", typed, FieldErrors.none())));
            case AskAnotherLook.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page.apply(new Again("", typed, FieldErrors.of(field + "." + refusal, why))));
        };
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/appeals/{refusal}/decision")
    @Allow(act = DecideAppeal.class)
    ResponseEntity<Page> decide(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @PathVariable UUID refusal,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        transactions.read(actor, () -> whom(campaign, candidate));
        var ruling = typed.value("ruling." + refusal);
        if (!RULINGS.contains(ruling)) {
            var errors = FieldErrors.of("ruling." + refusal, "请选择维持还是撤销");
            return Answer.invalid(page(actor, campaign, candidate, new Again("", typed, errors)));
        }
        var command = new DecideAppeal.Command(
                id, campaign, refusal, ruling.equals("UPHELD"), typed.value("answer." + refusal));
        return switch (acts.perform(actor, decide, command)) {
            case DecideAppeal.Outcome.Decided ignored -> done(campaign, candidate, "已答复，本人看得到。");
            case DecideAppeal.Outcome.NotFound() -> Answer.notFound();
            case DecideAppeal.Outcome.NotNow() ->
                Answer.invalid(page(
                        actor, campaign, candidate, new Again("已经答复过、已经撤销，或者名单已经定下来。", typed, FieldErrors.none())));
            case DecideAppeal.Outcome.TookPart() ->
                Answer.invalid(page(
                        actor,
                        campaign,
                        candidate,
                        new Again("登记、核对过这一条的人不能复核，请没有经手的同事答复。", typed, FieldErrors.none())));
            case DecideAppeal.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(
                        actor, campaign, candidate, new Again("", typed, FieldErrors.of(field + "." + refusal, why))));
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, UUID candidate, String words) {
        return Answer.seeOther(
                "/campaigns/" + campaign + "/candidates/" + candidate + "/appeals", Flash.success(words));
    }
}
