package org.rongyi.career.campaign.mutual.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.mutual.MutualPolicy;
import org.rongyi.career.campaign.mutual.NameReceiver;
import org.rongyi.career.campaign.mutual.PaperChoices;
import org.rongyi.career.campaign.mutual.PlanMutual;
import org.rongyi.career.campaign.mutual.PostApplications;
import org.rongyi.career.campaign.mutual.Receivers;
import org.rongyi.career.campaign.mutual.TakeByPaper;
import org.rongyi.career.campaign.mutual.TakeOutcome;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.UnitList;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 网上双选, at the office: its rule, who signs in for a unit, papers of units that cannot; and what everybody may look at. */
@Controller
class MutualController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LATEST_YEAR = 2200;
    private static final int BODIES = 200;

    private final Acts acts;
    private final PlanMutual plan;
    private final NameReceiver name;
    private final TakeByPaper paper;
    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Receivers receivers;
    private final PaperChoices papers;
    private final PostApplications applications;
    private final MutualDesk desk;
    private final CampaignDesk reach;
    private final UnitList units;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    MutualController(
            Acts acts,
            PlanMutual plan,
            NameReceiver name,
            TakeByPaper paper,
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Receivers receivers,
            PaperChoices papers,
            PostApplications applications,
            MutualDesk desk,
            CampaignDesk reach,
            UnitList units,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.plan = plan;
        this.name = name;
        this.paper = paper;
        this.campaigns = campaigns;
        this.posts = posts;
        this.receivers = receivers;
        this.papers = papers;
        this.applications = applications;
        this.desk = desk;
        this.reach = reach;
        this.units = units;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/sunshine/{number}/online")
    @Allow(everyone = true)
    Page shown(Actor actor, @PathVariable String number) {
        return transactions.read(
                actor,
                () -> new ShownMutualPage(
                        campaigns.published(number).flatMap(desk::view).orElseThrow(CampaignDesk::none)));
    }

    @GetMapping("/campaigns/{campaign}/online")
    @Allow(act = PlanMutual.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign) {
        return page(actor, campaign, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/online/plan")
    @Allow(act = PlanMutual.class)
    ResponseEntity<Page> plan(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        if (typed.value("without").equals("yes")) {
            return planned(actor, typed, new PlanMutual.Command(id, campaign, null));
        }
        var errors = FieldErrors.none();
        var rule = rule(typed, errors);
        return rule.isEmpty()
                ? invalid(actor, campaign, typed, errors)
                : planned(actor, typed, new PlanMutual.Command(id, campaign, rule.get()));
    }

    private static Optional<Selection.Online> rule(Typed typed, FieldErrors errors) {
        for (var field : List.of("least", "most")) {
            errors.require(typed.value(field).matches("[0-9]{1,3}"), field, "请填写个数，1 到 50");
        }
        var moments = new EnumMap<MutualPage.Moment, Instant>(MutualPage.Moment.class);
        for (var one : MutualPage.Moment.values()) {
            var at = moment(typed, one.field());
            errors.require(at.isPresent(), one.field() + "On", "请填写" + one.zh() + "的日期和钟点，钟点写成 09:00");
            at.ifPresent(instant -> moments.put(one, instant));
        }
        return errors.isEmpty()
                ? Optional.of(new Selection.Online(
                        Integer.parseInt(typed.value("least")),
                        Integer.parseInt(typed.value("most")),
                        Objects.requireNonNull(moments.get(MutualPage.Moment.BROWSE_FROM)),
                        Objects.requireNonNull(moments.get(MutualPage.Moment.BROWSE_TO)),
                        Objects.requireNonNull(moments.get(MutualPage.Moment.DECIDE_FROM)),
                        Objects.requireNonNull(moments.get(MutualPage.Moment.DECIDE_TO))))
                : Optional.empty();
    }

    private static Optional<Instant> moment(Typed typed, String field) {
        try {
            var at = LocalTime.parse(typed.value(field + "At"));
            return typed.day(field + "On")
                    .filter(day -> day.getYear() > 1900 && day.getYear() < LATEST_YEAR)
                    .map(day -> day.atTime(at).atZone(ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ResponseEntity<Page> planned(Actor.Office actor, Typed typed, PlanMutual.Command command) {
        var campaign = command.campaign();
        return switch (acts.perform(actor, plan, command)) {
            case PlanMutual.Outcome.Planned _ ->
                done(campaign, command.rule() == null ? "不办网上双选，照封存的志愿双向选择。" : "已定，随方案公布。");
            case PlanMutual.Outcome.NotFound() -> Answer.notFound();
            case PlanMutual.Outcome.Frozen() -> invalid(actor, campaign, typed, FieldErrors.of("least", "方案已经批准，不能再改"));
            case PlanMutual.Outcome.CannotBeOnline() ->
                invalid(
                        actor,
                        campaign,
                        typed,
                        FieldErrors.of("least", "方案第一种方式是双向选择、后面只有指令性分配、不设预留岗位的，才可以网上双选；请先改方案"));
            case PlanMutual.Outcome.Wanting(var field, var why) ->
                invalid(actor, campaign, typed, FieldErrors.of(field, why));
        };
    }

    @PostMapping("/campaigns/{campaign}/online/receivers")
    @Allow(act = NameReceiver.class)
    ResponseEntity<Page> name(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var unit = typed.id("unit");
        if (unit == null && !typed.value("without").equals("yes")) {
            return invalid(actor, campaign, typed, FieldErrors.of("unit", "请选择机构；不再由人登录的，按“撤销指定”"));
        }
        var command = new NameReceiver.Command(
                id, campaign, typed.value("creditCode"), typed.value("without").equals("yes") ? null : unit);
        return switch (acts.perform(actor, name, command)) {
            case NameReceiver.Outcome.Named _ -> done(campaign, "已指定，这个机构的接收单位经办登录后看得到这家单位的岗位。");
            case NameReceiver.Outcome.Unnamed _ -> done(campaign, "已撤销，这家单位选定时由两位同事照单位的文录入。");
            case NameReceiver.Outcome.NotFound() -> Answer.notFound();
            case NameReceiver.Outcome.NotNow() ->
                invalid(actor, campaign, typed, FieldErrors.of("unit", "没有定网上双选，或者单位已经开始选定，不能再改"));
            case NameReceiver.Outcome.Wanting(var field, var why) ->
                invalid(actor, campaign, typed, FieldErrors.of(field, why));
        };
    }

    @PostMapping("/campaigns/{campaign}/online/papers")
    @Allow(act = TakeByPaper.class)
    ResponseEntity<Page> paper(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new TakeByPaper.Command(
                id,
                campaign,
                typed.value("post").toUpperCase(Locale.ROOT),
                typed.value("pseudonym").toUpperCase(Locale.ROOT),
                typed.value("paper"));
        return switch (acts.perform(actor, paper, command)) {
            case TakeOutcome.Entered _ -> done(campaign, "已录入，请另一位同事照单位的文再录一遍；两人录的文号一致才选定，不一致的以后录的为准再录。");
            case TakeOutcome.Taken _ -> done(campaign, "两人一致，已选定，不能再改。");
            case TakeOutcome.NotFound() -> Answer.notFound();
            case TakeOutcome refused -> invalid(actor, campaign, typed, TakeWords.refused(refused));
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/online", Flash.success(words));
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID campaign, Typed typed, FieldErrors errors) {
        return Answer.invalid(page(actor, campaign, typed, errors));
    }

    private MutualPage page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = reach.require(id, actor);
            return new MutualPage(
                    campaign,
                    desk.view(campaign).orElse(null),
                    policy.number(MutualPolicy.LEAST, divisions.today()),
                    policy.number(MutualPolicy.MOST, divisions.today()),
                    posts.of(id).stream()
                            .filter(one -> one.state() != PostState.WITHDRAWN)
                            .toList(),
                    receivers.of(id),
                    bodies(actor),
                    papers.waiting(id),
                    applications.people(id),
                    reach.mayAct(campaign, actor),
                    typed,
                    errors);
        });
    }

    private List<Option> bodies(Actor.Office actor) {
        return units.first(actor.scope(), new UnitList.Filter("", UnitKind.PARTNER, null, null, false), BODIES).stream()
                .map(row -> Option.of(row.unit().id().toString(), row.unit().name()))
                .toList();
    }
}
