package org.rongyi.career.campaign.post.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.post.CheckPost;
import org.rongyi.career.campaign.post.RaiseSeats;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.career.campaign.post.WithdrawPost;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.DivisionCode;
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

/** 岗位: entered, checked, withdrawn before they are public, raised afterwards. */
@Controller
class PostsController {

    private static final int NO_NUMBER = -1;

    private final Acts acts;
    private final ReportPost report;
    private final CheckPost check;
    private final WithdrawPost withdraw;
    private final RaiseSeats raise;
    private final PlacementPosts posts;
    private final Abilities abilities;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    PostsController(
            Acts acts,
            ReportPost report,
            CheckPost check,
            WithdrawPost withdraw,
            RaiseSeats raise,
            PlacementPosts posts,
            Abilities abilities,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.report = report;
        this.check = check;
        this.withdraw = withdraw;
        this.raise = raise;
        this.posts = posts;
        this.abilities = abilities;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/posts/new")
    @Allow(act = ReportPost.class)
    Page form(Actor.Office actor, @PathVariable UUID campaign) {
        return form(actor, campaign, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/posts/new")
    @Allow(act = ReportPost.class)
    ResponseEntity<Page> report(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var nature = Arrays.stream(UnitNature.values())
                .filter(one -> one.name().equals(typed.value("nature")))
                .findFirst();
        var place = DivisionCode.parse(typed.value("place"));
        var errors = FieldErrors.none()
                .require(nature.isPresent(), "nature", "请选择单位性质")
                .require(place.isPresent(), "place", "请选择上班的地方");
        if (nature.isEmpty() || place.isEmpty()) {
            return Answer.invalid(form(actor, campaign, typed, errors));
        }
        var details = new ReportPost.Details(
                typed.value("unit"),
                CreditCode.canonical(typed.value("creditCode")),
                nature.get(),
                typed.value("title"),
                place.get(),
                number(typed.value("seats")),
                typed.value("reserved").isEmpty() ? 0 : number(typed.value("reserved")),
                typed.value("conditions"),
                typed.values("abilities"),
                typed.value("paper"));
        return switch (acts.perform(actor, report, new ReportPost.Command(id, campaign, details))) {
            case ReportPost.Outcome.Reported(var post) ->
                Answer.seeOther("/campaigns/" + campaign + "/posts/" + post, Flash.success("已录入，等另一位同事核对。"));
            case ReportPost.Outcome.NotFound() -> Answer.notFound();
            case ReportPost.Outcome.NotNow() ->
                Answer.invalid(form(actor, campaign, typed, FieldErrors.of("unit", "公示已经结束，不能再加岗位")));
            case ReportPost.Outcome.NoticeClosed(var why) ->
                Answer.invalid(form(actor, campaign, typed, FieldErrors.of("unit", why)));
            case ReportPost.Outcome.AlreadyReported(var code, var seats, var ignored) ->
                Answer.invalid(form(
                        actor,
                        campaign,
                        typed,
                        FieldErrors.of("title", "这份文里的这个岗位已经录过，编号 " + code + "，招 " + seats + " 人；人数不对的，先撤下那一条再录")));
            case ReportPost.Outcome.Wanting(var field, var why) ->
                Answer.invalid(form(actor, campaign, typed, FieldErrors.of(field, why)));
        };
    }

    @GetMapping("/campaigns/{campaign}/posts/{post}")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID post) {
        return page(actor, campaign, post, "", Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/posts/{post}/check")
    @Allow(act = CheckPost.class)
    ResponseEntity<Page> check(Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID post) {
        return switch (acts.perform(actor, check, new CheckPost.Command(id, campaign, post))) {
            case CheckPost.Outcome.Checked(var ignored) -> done(campaign, post, "已核对。");
            case CheckPost.Outcome.NotFound() -> Answer.notFound();
            case CheckPost.Outcome.NotNow() -> unchecked(actor, campaign, post, "已经核对过、撤下了，或者公示已经结束");
            case CheckPost.Outcome.SamePerson() -> unchecked(actor, campaign, post, "录入的人不能自己核对，请另一位同事核对");
            case CheckPost.Outcome.NoticeClosed(var why) -> unchecked(actor, campaign, post, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/posts/{post}/withdrawal")
    @Allow(act = WithdrawPost.class)
    ResponseEntity<Page> withdraw(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID post,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new WithdrawPost.Command(id, campaign, post, typed.value("reason"));
        return switch (acts.perform(actor, withdraw, command)) {
            case WithdrawPost.Outcome.Withdrawn(var ignored) -> done(campaign, post, "已撤下。");
            case WithdrawPost.Outcome.NotFound() -> Answer.notFound();
            case WithdrawPost.Outcome.NotNow() -> wrong(actor, campaign, post, typed, "reason", "已经公布或者撤下，不能再撤");
            case WithdrawPost.Outcome.NoReason() -> wrong(actor, campaign, post, typed, "reason", "请写明为什么撤下，不超过 200 字");
        };
    }

    @PostMapping("/campaigns/{campaign}/posts/{post}/seats")
    @Allow(act = RaiseSeats.class)
    ResponseEntity<Page> raise(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID post,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new RaiseSeats.Command(id, campaign, post, number(typed.value("seats")), typed.value("paper"));
        return switch (acts.perform(actor, raise, command)) {
            case RaiseSeats.Outcome.Raised(var ignored) -> done(campaign, post, "已增加，公示页上同时更新。");
            case RaiseSeats.Outcome.NotFound() -> Answer.notFound();
            case RaiseSeats.Outcome.NotNow() -> wrong(actor, campaign, post, typed, "seats", "公示期间才能增加");
            case RaiseSeats.Outcome.NoticeClosed(var why) -> wrong(actor, campaign, post, typed, "seats", why);
            case RaiseSeats.Outcome.SamePerson() ->
                wrong(actor, campaign, post, typed, "seats", "录入这个岗位的人不能自己增加，请另一位同事办");
            case RaiseSeats.Outcome.NotMore() -> wrong(actor, campaign, post, typed, "seats", "人数只能比现在多，最多 999");
            case RaiseSeats.Outcome.NoReason() -> wrong(actor, campaign, post, typed, "paper", "请填写单位的文号，不超过 60 字");
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, UUID post, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/posts/" + post, Flash.success(words));
    }

    /** Why it was not checked: of no field. */
    private ResponseEntity<Page> unchecked(Actor.Office actor, UUID campaign, UUID post, String why) {
        return Answer.invalid(page(actor, campaign, post, why, Typed.empty(), FieldErrors.none()));
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID campaign, UUID post, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, post, "", typed, FieldErrors.of(field, why)));
    }

    private PostPage page(
            Actor.Office actor, UUID campaign, UUID post, String refused, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var found = posts.find(post)
                    .filter(each -> each.campaign().equals(campaign))
                    .orElseThrow(CampaignDesk::none);
            return new PostPage(
                    one,
                    found,
                    divisions.fullName(found.place()),
                    abilities.words(found.abilities()),
                    desk.mayAct(one, actor),
                    actor.speaksFor(found.reporter()),
                    refused,
                    typed,
                    errors);
        });
    }

    private PostFormPage form(Actor.Office actor, UUID campaign, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.requireOwn(campaign, actor);
            return new PostFormPage(one, desk.places(one), abilities.options(), typed, errors);
        });
    }

    private static int number(String text) {
        return Optional.of(text)
                .filter(typed -> typed.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .orElse(NO_NUMBER);
    }
}
