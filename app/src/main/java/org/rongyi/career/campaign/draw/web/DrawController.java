package org.rongyi.career.campaign.draw.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.draw.ConfirmSource;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.draw.EnterSource;
import org.rongyi.career.campaign.draw.OpenDraw;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
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

/** 定名单和抽签. */
@Controller
class DrawController {

    private static final String UNCLEAR = "请填写公布的数值，或者勾选没有公布，只做一样";

    private final Acts acts;
    private final EndNotice end;
    private final EnterSource enter;
    private final ConfirmSource confirm;
    private final OpenDraw open;
    private final DrawSources sources;
    private final CampaignDesk desk;
    private final Transactions transactions;
    private final Clock clock;

    DrawController(
            Acts acts,
            EndNotice end,
            EnterSource enter,
            ConfirmSource confirm,
            OpenDraw open,
            DrawSources sources,
            CampaignDesk desk,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.end = end;
        this.enter = enter;
        this.confirm = confirm;
        this.open = open;
        this.sources = sources;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{campaign}/draw")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign) {
        return page(actor, campaign, List.of(), Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/draw/list")
    @Allow(act = EndNotice.class)
    ResponseEntity<Page> end(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, end, new EndNotice.Command(id, campaign))) {
            case EndNotice.Outcome.Ended ignored -> done(campaign, "名单已定，承诺已公布。");
            case EndNotice.Outcome.NotFound() -> Answer.notFound();
            case EndNotice.Outcome.NotNow() -> still(actor, campaign, Typed.empty(), List.of("活动不在公示期"));
            case EndNotice.Outcome.TooEarly() -> still(actor, campaign, Typed.empty(), List.of("公示还没有满"));
            case EndNotice.Outcome.StillOpen(var reasons) -> still(actor, campaign, Typed.empty(), reasons);
        };
    }

    @PostMapping("/campaigns/{campaign}/draw/sources/value")
    @Allow(act = EnterSource.class)
    ResponseEntity<Page> enter(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        int position = position(typed);
        boolean anew = !typed.value("again").isEmpty();
        var form = anew ? new Form("newValue.", "newSilent.", "newWhere.") : Form.FIRST;
        if (form.isUnclear(typed, position)) {
            return wrong(actor, campaign, typed, form.value() + position, UNCLEAR);
        }
        var where = typed.value(form.where() + position);
        var command = new EnterSource.Command(id, campaign, position, form.said(typed, position), where);
        return switch (acts.perform(actor, enter, command)) {
            case EnterSource.Outcome.Entered ignored -> done(campaign, "已录入，等另一位同事核对。");
            case EnterSource.Outcome.NotFound() -> Answer.notFound();
            case EnterSource.Outcome.NotNow() -> still(actor, campaign, typed, List.of("填报截止以后、抽签开启以前才能录入"));
            case EnterSource.Outcome.Frozen() -> still(actor, campaign, typed, List.of("这个来源已经核对过，不能再改"));
            case EnterSource.Outcome.Wanting(var field, var why) ->
                wrong(actor, campaign, typed, (field.equals("where") ? form.where() : form.value()) + position, why);
        };
    }

    /** The names of its fields, to be followed by the position. */
    private record Form(String value, String silent, String where) {

        static final Form FIRST = new Form("value.", "silent.", "where.");

        @Nullable
        String said(Typed typed, int position) {
            var said = typed.value(value + position);
            return said.isEmpty() ? null : said;
        }

        /** Neither a value nor silence, or both. */
        boolean isUnclear(Typed typed, int position) {
            return typed.value(value + position).isEmpty()
                    == typed.values(silent + position).isEmpty();
        }
    }

    @PostMapping("/campaigns/{campaign}/draw/sources/confirmation")
    @Allow(act = ConfirmSource.class)
    ResponseEntity<Page> confirm(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        int position = position(typed);
        if (Form.FIRST.isUnclear(typed, position)) {
            return wrong(actor, campaign, typed, "value." + position, UNCLEAR);
        }
        var command = new ConfirmSource.Command(id, campaign, position, Form.FIRST.said(typed, position));
        var field = "value." + position;
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmSource.Outcome.Confirmed ignored -> done(campaign, "已核对。");
            case ConfirmSource.Outcome.NotFound() -> Answer.notFound();
            case ConfirmSource.Outcome.NotNow() -> still(actor, campaign, typed, List.of("这个来源没有等着核对的数值"));
            case ConfirmSource.Outcome.SamePerson() -> wrong(actor, campaign, typed, field, "录入的人不能自己核对，请另一位同事核对");
            case ConfirmSource.Outcome.Differs() ->
                wrong(actor, campaign, typed, field, "与录入的不一致：两人一起照公布的再看一遍，录错的重新录入");
        };
    }

    @PostMapping("/campaigns/{campaign}/draw/opening")
    @Allow(act = OpenDraw.class)
    ResponseEntity<Page> open(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, open, new OpenDraw.Command(id, campaign))) {
            case OpenDraw.Outcome.Opened ignored -> opened(actor, campaign);
            case OpenDraw.Outcome.NotFound() -> Answer.notFound();
            case OpenDraw.Outcome.NotNow() -> still(actor, campaign, Typed.empty(), List.of("还没有定名单，或者已经开启"));
            case OpenDraw.Outcome.StillOpen(var reasons) -> still(actor, campaign, Typed.empty(), reasons);
        };
    }

    private ResponseEntity<Page> opened(Actor.Office actor, UUID campaign) {
        return switch (transactions.read(
                actor, () -> desk.require(campaign, actor).selection())) {
            case Selection.Live _ ->
                Answer.seeOther("/campaigns/" + campaign + "/live", Flash.success("抽签已开启，接下来现场选岗，选完以后运行。"));
            case Selection.Sealed _, Selection.Online _ ->
                Answer.seeOther("/campaigns/" + campaign + "/result", Flash.success("抽签已开启，可以运行。"));
        };
    }

    private static int position(Typed typed) {
        return typed.value("position").matches("[1-9]") ? Integer.parseInt(typed.value("position")) : 0;
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/draw", Flash.success(words));
    }

    private ResponseEntity<Page> still(Actor.Office actor, UUID campaign, Typed typed, List<String> reasons) {
        return Answer.invalid(page(actor, campaign, reasons, typed, FieldErrors.none()));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, List.of(), typed, FieldErrors.of(field, why)));
    }

    private DrawPage page(Actor.Office actor, UUID campaign, List<String> reasons, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            return new DrawPage(
                    one,
                    sources.of(campaign),
                    reasons,
                    !clock.instant().isBefore(one.plan().closes()),
                    desk.mayAct(one, actor),
                    typed,
                    errors);
        });
    }
}
