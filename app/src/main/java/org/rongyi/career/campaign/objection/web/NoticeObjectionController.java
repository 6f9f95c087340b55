package org.rongyi.career.campaign.objection.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.objection.AnswerNoticeObjection;
import org.rongyi.career.campaign.objection.NameAnew;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.campaign.objection.NoticeOpen;
import org.rongyi.career.campaign.objection.ObjectToNotice;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
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

/** 公示异议: filed by anybody on the public page, answered by the office. */
@Controller
class NoticeObjectionController {

    private final Acts acts;
    private final ObjectToNotice object;
    private final AnswerNoticeObjection answer;
    private final NameAnew name;
    private final PlacementCampaigns campaigns;
    private final NoticeObjections objections;
    private final NoticeOpen open;
    private final CampaignDesk desk;
    private final Transactions transactions;

    NoticeObjectionController(
            Acts acts,
            ObjectToNotice object,
            AnswerNoticeObjection answer,
            NameAnew name,
            PlacementCampaigns campaigns,
            NoticeObjections objections,
            NoticeOpen open,
            CampaignDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.object = object;
        this.answer = answer;
        this.name = name;
        this.campaigns = campaigns;
        this.objections = objections;
        this.open = open;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/sunshine/{number}/objection")
    @Allow(act = ObjectToNotice.class)
    Page form(Actor actor, @PathVariable String number) {
        return page(require(actor, number), Typed.empty(), FieldErrors.none());
    }

    /** @param until the last day on which one is taken */
    private record Hanging(CampaignRecord campaign, LocalDate until) {}

    private Hanging require(Actor actor, String number) {
        return transactions
                .read(
                        actor,
                        () -> campaigns
                                .published(number)
                                .flatMap(one -> open.until(one).map(until -> new Hanging(one, until))))
                .orElseThrow(CampaignDesk::none);
    }

    private static ObjectPage page(Hanging hanging, Typed typed, FieldErrors errors) {
        return new ObjectPage(hanging.campaign(), hanging.until(), typed, errors);
    }

    @PostMapping("/sunshine/{number}/objection")
    @Allow(act = ObjectToNotice.class)
    ResponseEntity<Page> object(
            Actor actor,
            CommandId id,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var hanging = require(actor, number);
        var by =
                new Objection.Objector(typed.value("name"), typed.value("phone").replaceAll("[\\s-]", ""));
        return switch (acts.perform(
                actor, object, new ObjectToNotice.Command(id, number, by, typed.value("grounds")))) {
            case ObjectToNotice.Outcome.Raised(var ignored, var given, var answerBy) ->
                Answer.seeOther(
                        "/sunshine/" + number,
                        Flash.success("异议已收下，编号 " + given + "。" + Words.day(answerBy) + "以前书面答复，请记下编号。"));
            case ObjectToNotice.Outcome.NotHanging() -> Answer.notFound();
            case ObjectToNotice.Outcome.FullToday() ->
                Answer.conflict(page(
                        hanging,
                        typed,
                        FieldErrors.of(
                                "grounds",
                                "今天从网上提出的异议已经很多，没有收下；请明天再提，或到"
                                        + hanging.campaign().unitName() + "当面提出")));
            case ObjectToNotice.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(hanging, typed, FieldErrors.of(field, why)));
        };
    }

    @GetMapping("/campaigns/{campaign}/objections/{objection}")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID objection) {
        return page(actor, campaign, objection, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/objections/{objection}")
    @Allow(act = AnswerNoticeObjection.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID objection,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var ruling = Arrays.stream(Objection.Ruling.values())
                .filter(one -> one.name().equals(typed.value("ruling")))
                .findFirst();
        if (ruling.isEmpty()) {
            var errors = FieldErrors.of("ruling", "请选择异议成立不成立");
            return Answer.invalid(page(actor, campaign, objection, typed, errors));
        }
        var command = new AnswerNoticeObjection.Command(
                id, campaign, objection, ruling.get(), typed.value("answer"), typed.value("whose"));
        return switch (acts.perform(actor, answer, command)) {
            case AnswerNoticeObjection.Outcome.Answered ignored ->
                Answer.seeOther(
                        "/campaigns/" + campaign + "/objections/" + objection,
                        Flash.success("已答复，可以打印书面答复；已经通知提异议的人来领取。"));
            case AnswerNoticeObjection.Outcome.NotFound() -> Answer.notFound();
            case AnswerNoticeObjection.Outcome.NotNow() ->
                Answer.seeOther("/campaigns/" + campaign + "/objections/" + objection, Flash.info("已经有同事答复过。"));
            case AnswerNoticeObjection.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(actor, campaign, objection, typed, FieldErrors.of(field, why)));
        };
    }

    @PostMapping("/campaigns/{campaign}/objections/{objection}/concerned")
    @Allow(act = NameAnew.class)
    ResponseEntity<Page> name(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID objection,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new NameAnew.Command(id, campaign, objection, typed.value("whose"), typed.value("why"));
        return switch (acts.perform(actor, name, command)) {
            case NameAnew.Outcome.Named ignored ->
                Answer.seeOther("/campaigns/" + campaign + "/objections/" + objection, Flash.success("已改指。"));
            case NameAnew.Outcome.NotFound() -> Answer.notFound();
            case NameAnew.Outcome.NotNow() -> wrong(actor, campaign, objection, typed, "whose", "答复成立的才指得分有错的人");
            case NameAnew.Outcome.SamePerson() ->
                wrong(actor, campaign, objection, typed, "whose", "答复的人自己不改指，请另一位负责人办");
            case NameAnew.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, objection, typed, field, why);
        };
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID campaign, UUID objection, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, objection, typed, FieldErrors.of(field, why)));
    }

    private Page page(Actor.Office actor, UUID campaign, UUID objection, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.requireOwn(campaign, actor);
            var found = objections.find(campaign, objection).orElseThrow(CampaignDesk::none);
            var answered = found.answer();
            return new NoticeObjectionPage(
                    one,
                    found,
                    objections.namings(objection),
                    desk.mayAct(one, actor),
                    answered != null
                            && answered.ruling() == Objection.Ruling.UPHELD
                            && !actor.speaksFor(answered.account())
                            && desk.mayAct(one, actor)
                            && Permission.mayPerform(NameAnew.class, actor),
                    typed,
                    errors);
        });
    }
}
