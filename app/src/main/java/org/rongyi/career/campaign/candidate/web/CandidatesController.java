package org.rongyi.career.campaign.candidate.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.CheckGrounds;
import org.rongyi.career.campaign.candidate.DropCandidate;
import org.rongyi.career.campaign.candidate.LiftRefusal;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.candidate.RetakeScore;
import org.rongyi.career.campaign.candidate.ScoreCorrections;
import org.rongyi.career.campaign.candidate.SecondWord;
import org.rongyi.career.campaign.candidate.SetAbilities;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.pairs.WaitingTimes;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.career.campaign.who.CheckRules;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
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

/** 参加人: taken in from reception, examined, taken out. */
@Controller
class CandidatesController {

    private final Acts acts;
    private final AddCandidates add;
    private final DropCandidate drop;
    private final RetakeScore retake;
    private final RefuseForPost refuse;
    private final LiftRefusal lift;
    private final CheckGrounds check;
    private final SetAbilities able;
    private final SecondWord words;
    private final Candidates candidates;
    private final PlacementPosts posts;
    private final ScoreCorrections corrections;
    private final Refusals refusals;
    private final AwaitingWork waiting;
    private final CheckRules checks;
    private final Abilities abilities;
    private final WaitingTimes times;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    CandidatesController(
            Acts acts,
            AddCandidates add,
            DropCandidate drop,
            RetakeScore retake,
            RefuseForPost refuse,
            LiftRefusal lift,
            CheckGrounds check,
            SetAbilities able,
            SecondWord words,
            Candidates candidates,
            PlacementPosts posts,
            ScoreCorrections corrections,
            Refusals refusals,
            AwaitingWork waiting,
            CheckRules checks,
            Abilities abilities,
            WaitingTimes times,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.add = add;
        this.drop = drop;
        this.retake = retake;
        this.refuse = refuse;
        this.lift = lift;
        this.check = check;
        this.able = able;
        this.words = words;
        this.candidates = candidates;
        this.posts = posts;
        this.corrections = corrections;
        this.refusals = refusals;
        this.waiting = waiting;
        this.checks = checks;
        this.abilities = abilities;
        this.times = times;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/candidates/new")
    @Allow(act = AddCandidates.class)
    Page form(Actor.Office actor, @PathVariable UUID campaign, @RequestParam(defaultValue = "") String reception) {
        var whom = Typed.empty().with("reception", reception).id("reception");
        if (whom == null) {
            throw CampaignDesk.none();
        }
        return form(actor, campaign, whom, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/candidates/new")
    @Allow(act = AddCandidates.class)
    ResponseEntity<Page> add(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var reception = typed.id("reception");
        if (reception == null) {
            return Answer.notFound();
        }
        var entry = new AddCandidates.Entry(
                reception,
                text(typed, "exempt"),
                text(typed, "priority"),
                DivisionCode.parse(typed.value("spouse")).orElse(null),
                CandidateFormPage.kind(typed.value("kind")),
                typed.values("abilities"));
        return switch (acts.perform(actor, add, new AddCandidates.Command(id, campaign, List.of(entry)))) {
            case AddCandidates.Outcome.Added ignored -> done(campaign, "已列入。");
            case AddCandidates.Outcome.NotFound() -> Answer.notFound();
            case AddCandidates.Outcome.NotNow() -> again(actor, campaign, reception, typed, "exempt", "名单已经定下来，不能再列入");
            case AddCandidates.Outcome.NoticeClosed(var why) -> again(actor, campaign, reception, typed, "exempt", why);
            case AddCandidates.Outcome.AlreadyIn() -> done(campaign, "他已经列入了。");
            case AddCandidates.Outcome.NotReady(var ignored, var reasons) ->
                again(actor, campaign, reception, typed, "exempt", "现在不能列入：" + String.join("；", reasons));
            case AddCandidates.Outcome.Wanting(var field, var why) ->
                again(actor, campaign, reception, typed, field, why);
            case AddCandidates.Outcome.NobodyReady ignored -> throw new IllegalStateException("one was named");
        };
    }

    private static @Nullable String text(Typed typed, String field) {
        return typed.value(field).isEmpty() ? null : typed.value(field);
    }

    @GetMapping("/campaigns/{campaign}/candidates/{candidate}")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID candidate) {
        return page(actor, campaign, candidate, "", Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/score")
    @Allow(act = RetakeScore.class)
    ResponseEntity<Page> retake(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID candidate) {
        return switch (acts.perform(actor, retake, new RetakeScore.Command(id, campaign, candidate))) {
            case RetakeScore.Outcome.Retaken ignored -> done(campaign, candidate, "得分已按移交接收更新。");
            case RetakeScore.Outcome.NotFound() -> Answer.notFound();
            case RetakeScore.Outcome.NotNow() -> stale(actor, campaign, candidate, "名单已经定下来，不能再改");
            case RetakeScore.Outcome.NoticeClosed(var why) -> stale(actor, campaign, candidate, why);
            case RetakeScore.Outcome.NotReady(var ignored, var reasons) ->
                stale(actor, campaign, candidate, "现在不能更新：" + String.join("；", reasons));
        };
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/check")
    @Allow(act = CheckGrounds.class)
    ResponseEntity<Page> check(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam(defaultValue = "") String seen) {
        return switch (acts.perform(actor, check, new CheckGrounds.Command(id, campaign, candidate, seen))) {
            case CheckGrounds.Outcome.Checked ignored -> done(campaign, candidate, "已核对。");
            case CheckGrounds.Outcome.NotFound() -> Answer.notFound();
            case CheckGrounds.Outcome.NotNow() ->
                wrong(actor, campaign, candidate, Typed.empty(), "leaving", "名单已经定下来，不用再核对");
            case CheckGrounds.Outcome.Stale() ->
                wrong(actor, campaign, candidate, Typed.empty(), "leaving", "您打开这一页以后又有人改过，下面是现在的，请照材料再看一遍");
            case CheckGrounds.Outcome.SamePerson() ->
                wrong(actor, campaign, candidate, Typed.empty(), "leaving", "录入的人不能自己核对，请另一位同事核对");
            case CheckGrounds.Outcome.NoTimeToAppeal(var why) -> stale(actor, campaign, candidate, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/abilities")
    @Allow(act = SetAbilities.class)
    ResponseEntity<Page> able(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new SetAbilities.Command(id, campaign, candidate, typed.values("abilities"));
        return switch (acts.perform(actor, able, command)) {
            case SetAbilities.Outcome.Entered ignored -> done(campaign, candidate, "已登记，等另一位同事核对。");
            case SetAbilities.Outcome.NotFound() -> Answer.notFound();
            case SetAbilities.Outcome.NotNow() ->
                wrong(actor, campaign, candidate, typed, "abilities", "名单已经定下来，或者已经撤出，不能再改");
            case SetAbilities.Outcome.AsBefore() ->
                wrong(actor, campaign, candidate, typed, "abilities", "和已经登记的一样，没有要改的");
            case SetAbilities.Outcome.Wanting(var field, var why) ->
                wrong(actor, campaign, candidate, typed, field, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/leaving")
    @Allow(act = DropCandidate.class)
    ResponseEntity<Page> drop(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new DropCandidate.Command(id, campaign, candidate, typed.value("leaving"));
        return switch (acts.perform(actor, drop, command)) {
            case DropCandidate.Outcome.Dropped ignored -> done(campaign, "已撤出。");
            case DropCandidate.Outcome.NotFound() -> Answer.notFound();
            case DropCandidate.Outcome.NotNow() ->
                wrong(actor, campaign, candidate, typed, "leaving", "名单已经定下来，或者已经撤出");
            case DropCandidate.Outcome.NoticeClosed(var why) ->
                wrong(actor, campaign, candidate, typed, "leaving", why);
            case DropCandidate.Outcome.NoReason() ->
                wrong(actor, campaign, candidate, typed, "leaving", "请写明为什么撤出，不超过 200 字");
        };
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/refusals")
    @Allow(act = RefuseForPost.class)
    ResponseEntity<Page> refuse(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var code = typed.value("post").toUpperCase(Locale.ROOT);
        var post = transactions.read(
                actor, () -> posts.find(campaign, code).filter(one -> one.state() != PostState.WITHDRAWN));
        var kind = Arrays.stream(RefusalGround.values())
                .filter(one -> one.name().equals(typed.value("kind")))
                .findFirst();
        if (post.isEmpty() || kind.isEmpty()) {
            return wrong(
                    actor,
                    campaign,
                    candidate,
                    typed,
                    post.isEmpty() ? "post" : "kind",
                    post.isEmpty() ? "没有这个编号的岗位，请照岗位名单填写，例如 P012" : "请选择原因");
        }
        var command = new RefuseForPost.Command(
                id, campaign, candidate, post.get().id(), kind.get(), text(typed, "relation"), typed.value("reason"));
        return switch (acts.perform(actor, refuse, command)) {
            case RefuseForPost.Outcome.RefusedFor ignored -> done(campaign, candidate, "已登记。");
            case RefuseForPost.Outcome.NotFound() -> Answer.notFound();
            case RefuseForPost.Outcome.NotNow() -> wrong(actor, campaign, candidate, typed, "post", "名单已经定下来，不能再改");
            case RefuseForPost.Outcome.NoticeClosed(var why) -> wrong(actor, campaign, candidate, typed, "post", why);
            case RefuseForPost.Outcome.NoTimeToAppeal(var why) -> wrong(actor, campaign, candidate, typed, "post", why);
            case RefuseForPost.Outcome.AlreadyRefused() ->
                wrong(actor, campaign, candidate, typed, "post", "这个岗位已经登记过");
            case RefuseForPost.Outcome.HasIt() ->
                wrong(actor, campaign, candidate, typed, "post", "他已经由直通安置确定到这个岗位，不能再登记不通过；确实不符合条件的，请撤出参加人，写明原因");
            case RefuseForPost.Outcome.NoReason() ->
                wrong(actor, campaign, candidate, typed, "reason", "请写明具体情况，不超过 200 字");
            case RefuseForPost.Outcome.NoRule(var field, var why) ->
                wrong(actor, campaign, candidate, typed, field, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/candidates/{candidate}/refusals/{refusal}/lifting")
    @Allow(act = LiftRefusal.class)
    ResponseEntity<Page> lift(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @PathVariable UUID refusal,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var field = "lift." + refusal;
        return switch (acts.perform(actor, lift, new LiftRefusal.Command(id, campaign, refusal, typed.value(field)))) {
            case LiftRefusal.Outcome.Lifted ignored -> done(campaign, candidate, "已撤销。");
            case LiftRefusal.Outcome.NotFound() -> Answer.notFound();
            case LiftRefusal.Outcome.NotNow() -> wrong(actor, campaign, candidate, typed, field, "名单已经定下来，不能再改");
            case LiftRefusal.Outcome.NoticeClosed(var why) -> wrong(actor, campaign, candidate, typed, field, why);
            case LiftRefusal.Outcome.NoReason() -> wrong(actor, campaign, candidate, typed, field, "请写明原因，不超过 200 字");
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/candidates", Flash.info(words));
    }

    private static ResponseEntity<Page> done(UUID campaign, UUID candidate, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/candidates/" + candidate, Flash.success(words));
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UUID campaign, UUID reception, Typed typed, String field, String why) {
        return Answer.invalid(form(actor, campaign, reception, typed, FieldErrors.of(field, why)));
    }

    /** Why his score was not taken anew, or a refusal not checked: of no field. */
    private ResponseEntity<Page> stale(Actor.Office actor, UUID campaign, UUID candidate, String why) {
        return Answer.invalid(page(actor, campaign, candidate, why, Typed.empty(), FieldErrors.none()));
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID campaign, UUID candidate, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, candidate, "", typed, FieldErrors.of(field, why)));
    }

    private CandidateFormPage form(Actor.Office actor, UUID campaign, UUID reception, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.requireOwn(campaign, actor);
            var whom = waiting.find(reception).orElseThrow(CampaignDesk::none);
            return new CandidateFormPage(
                    one,
                    whom.name(),
                    whom.officer(),
                    reception.toString(),
                    desk.places(one),
                    abilities.options(),
                    typed,
                    errors);
        });
    }

    private CandidatePage page(
            Actor.Office actor, UUID campaign, UUID candidate, String trouble, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var who = candidates
                    .find(candidate)
                    .filter(each -> each.campaign().equals(campaign))
                    .orElseThrow(CampaignDesk::none);
            var refused = refusals.of(campaign).stream()
                    .filter(each -> each.candidate().equals(candidate))
                    .toList();
            return new CandidatePage(
                    one,
                    who,
                    corrections.of(campaign).get(candidate),
                    divisions.fullName(who.home()),
                    abilities.words(who.abilities()),
                    abilities.options(),
                    one.plan().ways().contains(Way.DIRECTIVE) ? times.words(who, divisions.today()) : "",
                    refused.stream()
                            .map(each -> new CandidatePage.Refused(each.id(), named(each.post()), each.words()))
                            .toList(),
                    refusals.any(campaign, who.person()),
                    words.open(campaign, candidate),
                    options(checks.checks(divisions.today(), one.code())),
                    options(checks.relations(divisions.today(), one.code())),
                    desk.mayAct(one, actor),
                    actor,
                    trouble,
                    typed,
                    errors);
        });
    }

    private static List<Option> options(List<Choice> choices) {
        return choices.stream()
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
    }

    private String named(UUID post) {
        return posts.find(post)
                .filter(one -> one.state() != PostState.WITHDRAWN)
                .map(one -> one.code() + " " + one.unit() + one.title())
                .orElse("已撤下的岗位");
    }
}
