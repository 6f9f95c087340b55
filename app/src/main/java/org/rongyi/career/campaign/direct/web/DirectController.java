package org.rongyi.career.campaign.direct.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.ApplyDirect;
import org.rongyi.career.campaign.direct.CallDirect;
import org.rongyi.career.campaign.direct.DirectApplications;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.web.CampaignDesk;
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
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 直通安置: the calls of a campaign, and who applied. */
@Controller
class DirectController {

    private static final int PAGE = 20;

    private final Acts acts;
    private final CallDirect call;
    private final ApplyDirect apply;
    private final DirectCalls calls;
    private final DirectApplications applications;
    private final DirectPolicy policy;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    DirectController(
            Acts acts,
            CallDirect call,
            ApplyDirect apply,
            DirectCalls calls,
            DirectApplications applications,
            DirectPolicy policy,
            PlacementPosts posts,
            Candidates candidates,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.call = call;
        this.apply = apply;
        this.calls = calls;
        this.applications = applications;
        this.policy = policy;
        this.posts = posts;
        this.candidates = candidates;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/direct")
    @Allow(act = ApplyDirect.class)
    Page list(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") String page) {
        int number = page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 0;
        return page(actor, campaign, q.strip(), number, "", Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/direct")
    @Allow(act = CallDirect.class)
    ResponseEntity<Page> call(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var post = typed.id("post");
        if (post == null) {
            return wrong(actor, campaign, typed, "post", "请选择岗位");
        }
        var command = new CallDirect.Command(
                id, campaign, post, number(typed, "seats"), typed.value("conditions"), number(typed, "days"));
        return switch (acts.perform(actor, call, command)) {
            case CallDirect.Outcome.Called(var ignored, var until) ->
                done(campaign, "已公开招人，公示页上看得到，报名到" + Words.day(until) + "为止。");
            case CallDirect.Outcome.NotFound() -> Answer.notFound();
            case CallDirect.Outcome.NotNow() -> refused(actor, campaign, typed, "方案审定以后、定名单以前才能公开招人");
            case CallDirect.Outcome.NoPilot(var pilots) ->
                refused(actor, campaign, typed, "主办单位不在试点里，不能办：现在只有" + pilots + "试点。岗位照方案的办法安排");
            case CallDirect.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/direct/applications")
    @Allow(act = ApplyDirect.class)
    ResponseEntity<Page> apply(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var chosen = typed.id("call");
        var found = transactions.read(actor, () -> {
            desk.require(campaign, actor);
            return named(campaign, typed.value("who").strip());
        });
        if (chosen == null) {
            return wrong(actor, campaign, typed, "call", "请选择岗位");
        }
        if (found.size() != 1) {
            return wrong(
                    actor,
                    campaign,
                    typed,
                    "who",
                    found.isEmpty() ? "参加人里没有这个姓名或代号，先列入参加人" : "有 " + found.size() + " 位同名，请填代号");
        }
        return switch (acts.perform(
                actor,
                apply,
                new ApplyDirect.Command(id, chosen, found.getFirst().id()))) {
            case ApplyDirect.Outcome.Applied ignored -> done(campaign, "已代为报名，请做资格审查。");
            case ApplyDirect.Outcome.NotFound() -> Answer.notFound();
            case ApplyDirect.Outcome refused -> refused(actor, campaign, typed, refused(refused));
        };
    }

    /** Why somebody was not taken, for the counter and for himself. */
    static String refused(ApplyDirect.Outcome outcome) {
        return switch (outcome) {
            case ApplyDirect.Outcome.NotNow() -> "名单已经定了，或者活动停办了，不再报名";
            case ApplyDirect.Outcome.CallOver() -> "报名的最后一天已经过了";
            case ApplyDirect.Outcome.AlreadyApplied() -> "这个岗位已经报过名";
            case ApplyDirect.Outcome.NotQualified(var why) -> "这个岗位的资格审查没有通过：" + why;
            case ApplyDirect.Outcome.NotFound() -> "";
            case ApplyDirect.Outcome.Applied ignored -> "";
        };
    }

    private List<Candidate> named(UUID campaign, String who) {
        var code = who.toUpperCase(Locale.ROOT);
        return candidates.of(campaign).stream()
                .filter(one -> one.name().equals(who) || one.pseudonym().equals(code))
                .toList();
    }

    private static int number(Typed typed, String field) {
        var text = typed.value(field).strip();
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/direct", Flash.success(words));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, "", 0, "", typed, FieldErrors.of(field, why)));
    }

    private ResponseEntity<Page> refused(Actor.Office actor, UUID campaign, Typed typed, String why) {
        return Answer.invalid(page(actor, campaign, "", 0, why, typed, FieldErrors.none()));
    }

    private Page page(
            Actor.Office actor, UUID id, String q, int number, String refused, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = desk.require(id, actor);
            var today = divisions.today();
            var published =
                    posts.published(id).stream().collect(Collectors.toMap(PlacementPost::id, Function.identity()));
            var called = calls.of(id);
            var all = applications.of(id);
            var pilot = policy.pilot(campaign, today).orElse(null);
            var found = all.stream().filter(one -> one.name().contains(q)).toList();
            int from = PAGE * Math.min(number, Math.max(0, found.size() - 1) / PAGE);
            int to = Math.min(found.size(), from + PAGE);
            boolean open = campaign.isIn(CampaignStage.NOTICE);
            return new DirectPage(
                    campaign,
                    state(campaign, pilot, policy.pilots(today)),
                    called.stream().map(one -> called(one, published, all)).toList(),
                    found.subList(from, to).stream()
                            .map(one -> new DirectPage.Row(
                                    one.id(), one.name(), name(one.post(), published), one.appliedBy(), state(one)))
                            .toList(),
                    q,
                    from == 0 ? null : address(id, q, from / PAGE - 1),
                    to == found.size() ? null : address(id, q, from / PAGE + 1),
                    open
                            && pilot != null
                            && desk.mayAct(campaign, actor)
                            && Permission.mayPerform(CallDirect.class, actor),
                    open && called.stream().anyMatch(one -> one.isOpen(today)),
                    published.values().stream()
                            .sorted(Comparator.comparing(PlacementPost::code))
                            .map(one ->
                                    Option.of(one.id().toString(), one.code() + " " + one.unit() + " " + one.title()))
                            .toList(),
                    called.stream()
                            .filter(one -> one.isOpen(today))
                            .map(one -> Option.of(one.id().toString(), name(one.post(), published)))
                            .toList(),
                    policy.callDays(today),
                    refused,
                    typed,
                    errors);
        });
    }

    private static DirectPage.Called called(
            DirectCalls.Call one, Map<UUID, PlacementPost> posts, List<DirectApplications.Application> all) {
        return new DirectPage.Called(
                name(one.post(), posts),
                one.seats(),
                all.stream()
                        .filter(each -> each.call().equals(one.id()) && each.takesSeat())
                        .count(),
                one.conditions(),
                Words.day(one.from()) + "至" + Words.day(one.until()),
                one.pilot());
    }

    static String state(DirectApplications.Application one) {
        return one.takesPart() ? one.state().zh() : "已撤出活动";
    }

    static String name(UUID post, Map<UUID, PlacementPost> posts) {
        var one = posts.get(post);
        return one == null ? "" : one.code() + " " + one.unit() + " " + one.title();
    }

    private static String state(CampaignRecord campaign, @Nullable String pilot, String pilots) {
        if (pilot == null) {
            return "主办单位不在试点里，不能办：现在只有" + pilots + "试点。岗位照方案的办法安排";
        }
        return switch (campaign.stage()) {
            case DRAFT -> pilot + "试点。方案审定、岗位公布以后，在这里公开招人";
            case NOTICE -> pilot + "试点。公开招人、报名、资格审查、单位和本人的意向、公示、异议、确定，都在定名单以前办完";
            case WISHES, OPENED, RESULT, FOLLOWED -> pilot + "试点。名单定了，确定的人和位子不再参加后面的选岗";
        };
    }

    private static String address(UUID campaign, String q, int page) {
        return UriComponentsBuilder.fromPath("/campaigns/" + campaign + "/direct")
                .queryParam("q", q)
                .queryParam("page", page)
                .encode()
                .toUriString();
    }
}
