package org.rongyi.career.campaign.direct.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.direct.AgreeDirect;
import org.rongyi.career.campaign.direct.AnswerDirect;
import org.rongyi.career.campaign.direct.ApplyDirect;
import org.rongyi.career.campaign.direct.ConfirmDirect;
import org.rongyi.career.campaign.direct.DirectApplications;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectObjections;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSide;
import org.rongyi.career.campaign.direct.DirectState;
import org.rongyi.career.campaign.direct.ExamineDirect;
import org.rongyi.career.campaign.direct.ObjectDirect;
import org.rongyi.career.campaign.direct.SettleDirect;
import org.rongyi.career.campaign.direct.WithdrawDirect;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.career.campaign.who.CheckRules;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Choice;
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

/** One application of 直通安置, step by step. */
@Controller
class DirectCaseController {

    private static final String BASE = "/campaigns/{campaign}/direct/{application}";

    private final Acts acts;
    private final ExamineDirect examine;
    private final AgreeDirect agree;
    private final ConfirmDirect confirm;
    private final ObjectDirect object;
    private final AnswerDirect answer;
    private final SettleDirect settle;
    private final WithdrawDirect withdraw;
    private final DirectApplications applications;
    private final DirectCalls calls;
    private final DirectObjections objections;
    private final DirectPolicy policy;
    private final CheckRules rules;
    private final PlacementPosts posts;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    DirectCaseController(
            Acts acts,
            ExamineDirect examine,
            AgreeDirect agree,
            ConfirmDirect confirm,
            ObjectDirect object,
            AnswerDirect answer,
            SettleDirect settle,
            WithdrawDirect withdraw,
            DirectApplications applications,
            DirectCalls calls,
            DirectObjections objections,
            DirectPolicy policy,
            CheckRules rules,
            PlacementPosts posts,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.examine = examine;
        this.agree = agree;
        this.confirm = confirm;
        this.object = object;
        this.answer = answer;
        this.settle = settle;
        this.withdraw = withdraw;
        this.applications = applications;
        this.calls = calls;
        this.objections = objections;
        this.policy = policy;
        this.rules = rules;
        this.posts = posts;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping(BASE)
    @Allow(act = ApplyDirect.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID application) {
        return page(actor, new Case(campaign, application), "", Typed.empty(), FieldErrors.none());
    }

    @PostMapping(BASE + "/examination")
    @Allow(act = ExamineDirect.class)
    ResponseEntity<Page> examine(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID application,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var at = at(actor, campaign, application);
        var result = typed.value("result");
        var ground = Arrays.stream(RefusalGround.values())
                .filter(one -> one.name().equals(result))
                .findFirst()
                .orElse(null);
        if (ground == null && !result.equals("PASSED")) {
            return wrong(actor, at, typed, "result", "请选择审查的结果");
        }
        var command = new ExamineDirect.Command(
                id, application, typed.values("checks"), ground, relation(typed), typed.value("why"));
        return switch (acts.perform(actor, examine, command)) {
            case ExamineDirect.Outcome.Passed ignored -> done(at, "资格审查通过。报名满期以后，录入单位的函。");
            case ExamineDirect.Outcome.NotPassed ignored -> done(at, "已登记不通过，本人看得到原因。");
            case ExamineDirect.Outcome.NotFound() -> Answer.notFound();
            case ExamineDirect.Outcome.NotNow() -> refused(actor, at, typed, "已经审查过、撤回了，或者名单已经定了");
            case ExamineDirect.Outcome.NotQualified(var why) ->
                refused(actor, at, typed, "在参加人里登记过，这个岗位他不能要：" + why + "。请选不通过，或者先撤销那次登记");
            case ExamineDirect.Outcome.Wanting(var field, var why) -> wrong(actor, at, typed, field, why);
        };
    }

    @PostMapping(BASE + "/agreement")
    @Allow(act = AgreeDirect.class)
    ResponseEntity<Page> agree(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID application,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var at = at(actor, campaign, application);
        var on = typed.day("on");
        if (on.isEmpty()) {
            return wrong(actor, at, typed, "on", "请填写函的日期");
        }
        var command = new AgreeDirect.Command(id, application, typed.value("paper"), on.get(), typed.value("reason"));
        return switch (acts.perform(actor, agree, command)) {
            case AgreeDirect.Outcome.Agreed ignored -> done(at, "已录入，请另一位同事照同一份函核对，核对以后公示。");
            case AgreeDirect.Outcome.NotFound() -> Answer.notFound();
            case AgreeDirect.Outcome.NotNow() -> refused(actor, at, typed, "审查没有通过、已经核对、已经撤回，或者名单已经定了");
            case AgreeDirect.Outcome.CallNotOver() -> refused(actor, at, typed, "公开招人还没有满期，满期以后才能录入意向，人人都有同样的时间报名");
            case AgreeDirect.Outcome.NotExamined() -> refused(actor, at, typed, "先做资格审查");
            case AgreeDirect.Outcome.NoSeat() ->
                refused(actor, at, typed, "招的人数、岗位的位子已经都有意向，或者又在公开招人，不能超过；有意向撤回、招人满期没有人的，再录入");
            case AgreeDirect.Outcome.AlreadyAgreed() -> refused(actor, at, typed, "他已经有一个岗位的意向，一人只能有一个");
            case AgreeDirect.Outcome.Wanting(var field, var why) -> wrong(actor, at, typed, field, why);
        };
    }

    @PostMapping(BASE + "/confirmation")
    @Allow(act = ConfirmDirect.class)
    ResponseEntity<Page> confirm(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID application) {
        var at = at(actor, campaign, application);
        return switch (acts.perform(actor, confirm, new ConfirmDirect.Command(id, application))) {
            case ConfirmDirect.Outcome.Confirmed(var ignored, var until) ->
                done(at, "已核对，公示到" + Words.day(until) + "。");
            case ConfirmDirect.Outcome.NotFound() -> Answer.notFound();
            case ConfirmDirect.Outcome.NotNow() -> refused(actor, at, Typed.empty(), "没有等核对的意向，或者名单已经定了");
            case ConfirmDirect.Outcome.SamePerson() -> refused(actor, at, Typed.empty(), "是您录入的，请另一位同事核对");
            case ConfirmDirect.Outcome.TooLate(var why) -> refused(actor, at, Typed.empty(), why);
        };
    }

    @PostMapping(BASE + "/objections")
    @Allow(act = ObjectDirect.class)
    ResponseEntity<Page> object(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID application,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var at = at(actor, campaign, application);
        var command = new ObjectDirect.Command(id, application, typed.value("whose"), typed.value("words"));
        return switch (acts.perform(actor, object, command)) {
            case ObjectDirect.Outcome.Taken ignored -> done(at, "已登记异议，答复以前不能确定。");
            case ObjectDirect.Outcome.NotFound() -> Answer.notFound();
            case ObjectDirect.Outcome.NotNow() -> refused(actor, at, typed, "现在没有在公示，公示期间才收异议");
            case ObjectDirect.Outcome.Wanting(var field, var why) -> wrong(actor, at, typed, field, why);
        };
    }

    @PostMapping(BASE + "/objections/{objection}")
    @Allow(act = AnswerDirect.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID application,
            @PathVariable UUID objection,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var at = at(actor, campaign, application);
        var result = typed.value("result." + objection);
        if (!result.equals("UPHELD") && !result.equals("DENIED")) {
            return wrong(actor, at, typed, "result." + objection, "请选择异议成立还是不成立");
        }
        var command =
                new AnswerDirect.Command(id, objection, result.equals("UPHELD"), typed.value("answer." + objection));
        return switch (acts.perform(actor, answer, command)) {
            case AnswerDirect.Outcome.Answered ignored -> done(at, "已答复。");
            case AnswerDirect.Outcome.NotFound() -> Answer.notFound();
            case AnswerDirect.Outcome.NotNow() -> refused(actor, at, typed, "已经答复过");
            case AnswerDirect.Outcome.SamePerson() -> refused(actor, at, typed, "意向是您录入的，请别的同事答复");
            case AnswerDirect.Outcome.Wanting(var field, var why) -> wrong(actor, at, typed, field, why);
        };
    }

    @PostMapping(BASE + "/settlement")
    @Allow(act = SettleDirect.class)
    ResponseEntity<Page> settle(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID application) {
        var at = at(actor, campaign, application);
        return switch (acts.perform(actor, settle, new SettleDirect.Command(id, application))) {
            case SettleDirect.Outcome.Settled ignored -> done(at, "已确定，定名单时和名单一起封定。");
            case SettleDirect.Outcome.NotFound() -> Answer.notFound();
            case SettleDirect.Outcome.NotNow() -> refused(actor, at, Typed.empty(), "没有公示中的意向，或者名单已经定了");
            case SettleDirect.Outcome.TooEarly() -> refused(actor, at, Typed.empty(), "公示还没有满期，满期的第二天起才能确定");
            case SettleDirect.Outcome.ObjectionOpen() -> refused(actor, at, Typed.empty(), "还有异议没有答复，先答复");
            case SettleDirect.Outcome.SamePerson() -> refused(actor, at, Typed.empty(), "您审查、录入或者核对过，请没有经手的负责人确定");
            case SettleDirect.Outcome.NoSeat() -> refused(actor, at, Typed.empty(), "这个岗位的位子已经都确定了别人，这份意向只能撤回");
            case SettleDirect.Outcome.NotQualified(var why) ->
                refused(actor, at, Typed.empty(), "后来登记过，这个岗位他不能要：" + why + "。请撤回意向，或者先撤销那次登记");
        };
    }

    @PostMapping(BASE + "/withdrawal")
    @Allow(act = WithdrawDirect.class)
    ResponseEntity<Page> withdraw(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID application,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var at = at(actor, campaign, application);
        var side = Arrays.stream(DirectSide.values())
                .filter(one -> one.name().equals(typed.value("side")))
                .findFirst();
        if (side.isEmpty()) {
            return wrong(actor, at, typed, "side", "请选择是单位撤回还是本人撤回");
        }
        var command = new WithdrawDirect.Command(id, application, side.get(), typed.value("withdrawal"));
        return switch (acts.perform(actor, withdraw, command)) {
            case WithdrawDirect.Outcome.Withdrawn ignored -> done(at, "已撤回，位子空出来了。");
            case WithdrawDirect.Outcome.NotFound() -> Answer.notFound();
            case WithdrawDirect.Outcome.NotNow() -> refused(actor, at, typed, "已经确定或者已经撤回，不能再撤");
            case WithdrawDirect.Outcome.Wanting(var field, var why) -> wrong(actor, at, typed, field, why);
        };
    }

    private static @Nullable String relation(Typed typed) {
        return typed.value("relation").isEmpty() ? null : typed.value("relation");
    }

    private record Case(UUID campaign, UUID application) {}

    /** 404 for an application of another campaign, or of none the reader may look at. */
    private Case at(Actor.Office actor, UUID campaign, UUID application) {
        transactions.read(actor, () -> {
            desk.require(campaign, actor);
            return one(campaign, application);
        });
        return new Case(campaign, application);
    }

    private DirectApplications.Application one(UUID campaign, UUID application) {
        return applications
                .find(application)
                .filter(found -> found.campaign().equals(campaign))
                .orElseThrow(CampaignDesk::none);
    }

    private static ResponseEntity<Page> done(Case at, String words) {
        return Answer.seeOther("/campaigns/" + at.campaign() + "/direct/" + at.application(), Flash.success(words));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, Case at, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, at, "", typed, FieldErrors.of(field, why)));
    }

    private ResponseEntity<Page> refused(Actor.Office actor, Case at, Typed typed, String why) {
        return Answer.invalid(page(actor, at, why, typed, FieldErrors.none()));
    }

    private Page page(Actor.Office actor, Case at, String refused, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = desk.require(at.campaign(), actor);
            var one = one(at.campaign(), at.application());
            var published = posts.published(at.campaign()).stream()
                    .collect(Collectors.toMap(PlacementPost::id, Function.identity()));
            return new DirectCasePage(
                    campaign,
                    one,
                    DirectController.name(one.post(), published),
                    options(policy.checks(campaign, divisions.today())),
                    options(rules.checks(divisions.today(), campaign.code())),
                    options(rules.relations(divisions.today(), campaign.code())),
                    objections.of(one.id()),
                    may(actor, campaign, one),
                    divisions.today().toString(),
                    refused,
                    typed,
                    errors);
        });
    }

    private static List<Option> options(List<Choice> choices) {
        return choices.stream()
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
    }

    private DirectCasePage.May may(Actor.Office actor, CampaignRecord campaign, DirectApplications.Application one) {
        var today = divisions.today();
        var state = one.state();
        boolean own = campaign.unit().equals(actor.unit()) && campaign.isIn(CampaignStage.NOTICE) && one.takesPart();
        boolean acts = own && Permission.mayPerform(AgreeDirect.class, actor);
        boolean over =
                calls.find(one.call()).filter(call -> !call.isOpen(today)).isPresent();
        var until = one.noticeUntil();
        boolean shown = state == DirectState.SHOWN;
        boolean past = until != null && until.isBefore(today);
        return new DirectCasePage.May(
                acts && state == DirectState.APPLIED,
                acts && over && (state == DirectState.PASSED || state == DirectState.AGREED),
                acts && state == DirectState.AGREED && (one.agreer() == null || !actor.speaksFor(one.agreer())),
                own && shown && !past && Permission.mayPerform(ObjectDirect.class, actor),
                acts && shown && (one.agreer() == null || !actor.speaksFor(one.agreer())),
                own && shown && past && Permission.mayPerform(SettleDirect.class, actor),
                acts && state != DirectState.SETTLED && state != DirectState.WITHDRAWN);
    }
}
