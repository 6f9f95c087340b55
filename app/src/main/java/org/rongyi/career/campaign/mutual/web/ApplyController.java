package org.rongyi.career.campaign.mutual.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.mutual.ApplyForPost;
import org.rongyi.career.campaign.mutual.ApplyOutcome;
import org.rongyi.career.campaign.mutual.PostApplications;
import org.rongyi.career.campaign.mutual.WithdrawApplication;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
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

/** 申请岗位, one by one: by himself on his phone, or at the counter for who has none. */
@Controller
class ApplyController {

    private static final int MOST = 20;

    private final Acts acts;
    private final ApplyForPost apply;
    private final WithdrawApplication withdraw;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Refusals refusals;
    private final PostApplications applications;
    private final MutualDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    ApplyController(
            Acts acts,
            ApplyForPost apply,
            WithdrawApplication withdraw,
            PlacementCampaigns campaigns,
            Candidates candidates,
            Refusals refusals,
            PostApplications applications,
            MutualDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.apply = apply;
        this.withdraw = withdraw;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.refusals = refusals;
        this.applications = applications;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/me/campaigns/{campaign}/online")
    @Allow(self = true)
    Page own(Actor.Self actor, @PathVariable UUID campaign, @RequestParam MultiValueMap<String, String> fields) {
        return page(actor, campaign, own(actor, campaign), new Typed(fields), "");
    }

    @PostMapping("/me/campaigns/{campaign}/online")
    @Allow(act = ApplyForPost.class)
    ResponseEntity<Page> own(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        return change(actor, id, campaign, own(actor, campaign), new Typed(fields));
    }

    @GetMapping("/campaigns/{campaign}/online/{candidate}")
    @Allow(act = ApplyForPost.class)
    Page counter(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        return page(actor, campaign, candidate, new Typed(fields), "");
    }

    @PostMapping("/campaigns/{campaign}/online/{candidate}")
    @Allow(act = ApplyForPost.class)
    ResponseEntity<Page> counter(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        return change(actor, id, campaign, candidate, new Typed(fields));
    }

    private UUID own(Actor.Self actor, UUID campaign) {
        return transactions.read(
                actor,
                () -> candidates.ofPerson(actor.person(), MOST).stream()
                        .filter(one -> one.campaign().equals(campaign))
                        .map(Candidate::id)
                        .findFirst()
                        .orElseThrow(CampaignDesk::none));
    }

    private ResponseEntity<Page> change(Actor actor, CommandId id, UUID campaign, UUID candidate, Typed typed) {
        find(actor, campaign, candidate);
        var given = typed.id("post");
        var post = given == null ? new UUID(0, 0) : given;
        var outcome = typed.value("act").equals("withdraw")
                ? acts.perform(actor, withdraw, new WithdrawApplication.Command(id, candidate, post))
                : acts.perform(actor, apply, new ApplyForPost.Command(id, candidate, post));
        return switch (outcome) {
            case ApplyOutcome.Applied _ -> done(actor, campaign, candidate, typed, "已申请，截止以前可以撤回。");
            case ApplyOutcome.Withdrawn _ -> done(actor, campaign, candidate, typed, "已撤回。");
            case ApplyOutcome.NotFound() -> Answer.notFound();
            case ApplyOutcome refused ->
                Answer.invalid(page(actor, campaign, candidate, typed, TakeWords.why(refused)));
        };
    }

    private static ResponseEntity<Page> done(Actor actor, UUID campaign, UUID candidate, Typed typed, String words) {
        return Answer.seeOther(
                ApplyPage.path(campaign, candidate, actor instanceof Actor.Self) + "?from=" + from(typed) + "&q="
                        + URLEncoder.encode(typed.value("q"), StandardCharsets.UTF_8),
                Flash.success(words));
    }

    private static int from(Typed typed) {
        return typed.value("from").matches("[0-9]{1,5}") ? Integer.parseInt(typed.value("from")) : 0;
    }

    private Candidate find(Actor actor, UUID campaign, UUID candidate) {
        return transactions.read(actor, () -> require(campaign, candidate));
    }

    private Candidate require(UUID campaign, UUID candidate) {
        return candidates
                .find(candidate)
                .filter(one -> one.campaign().equals(campaign) && one.takesPart())
                .orElseThrow(CampaignDesk::none);
    }

    private ApplyPage page(Actor actor, UUID campaign, UUID candidate, Typed typed, String refused) {
        return transactions.read(actor, () -> {
            var whom = require(campaign, candidate);
            var view = campaigns.find(campaign).flatMap(desk::view).orElseThrow(CampaignDesk::none);
            var barred = refusals.of(campaign).stream()
                    .filter(one -> one.candidate().equals(candidate))
                    .map(Refusals.Refusal::post)
                    .collect(Collectors.toSet());
            var open = view.posts().stream()
                    .filter(one -> !barred.contains(one.id()))
                    .toList();
            var places = open.stream()
                    .map(PlacementPost::place)
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), divisions::fullName));
            var words = typed.value("q");
            var found = open.stream()
                    .filter(one -> matches(one, places.getOrDefault(one.place(), ""), words))
                    .toList();
            int from = Math.min(from(typed), Math.max(0, found.size() - 1));
            var applied = applied(view, candidate);
            return new ApplyPage(
                    view,
                    whom,
                    actor instanceof Actor.Self,
                    applied,
                    applied.stream().filter(ApplyController::isCounted).count(),
                    applications.areEnough(candidate),
                    found.subList(from, Math.min(found.size(), from + ApplyPage.PAGE)),
                    places,
                    words,
                    from,
                    found.size(),
                    refused);
        });
    }

    private List<PlacementPost> applied(MutualView view, UUID candidate) {
        return applications.of(candidate).stream()
                .map(one -> view.posts().stream()
                        .filter(post -> post.id().equals(one.post()))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isCounted(PlacementPost post) {
        return post.nature() == UnitNature.ORGAN || post.nature() == UnitNature.LIKE_ORGAN;
    }

    private static boolean matches(PlacementPost post, String place, String words) {
        var text = String.join(" ", post.code(), post.unit(), post.title(), post.conditions(), place)
                .toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(text::contains);
    }
}
