package org.rongyi.care.festival.web;

import java.util.Arrays;
import java.util.UUID;
import org.rongyi.care.festival.AddToList;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.FestivalTerms;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 列入慰问名单: from somebody's page, by a reason the rule does not know. */
@Controller
class AdditionController {

    private static final String ADDITION = "/persons/{person}/festivals/{festival}";

    private final Acts acts;
    private final AddToList add;
    private final FestivalDesk desk;
    private final FestivalTerms terms;
    private final PersonFile people;
    private final Transactions transactions;

    AdditionController(
            Acts acts,
            AddToList add,
            FestivalDesk desk,
            FestivalTerms terms,
            PersonFile people,
            Transactions transactions) {
        this.acts = acts;
        this.add = add;
        this.desk = desk;
        this.terms = terms;
        this.people = people;
        this.transactions = transactions;
    }

    @GetMapping(ADDITION)
    @Allow(act = AddToList.class)
    Page form(Actor.Office actor, @PathVariable UUID person, @PathVariable UUID festival) {
        return page(actor, person, festival, "", "", FieldErrors.none());
    }

    @PostMapping(ADDITION)
    @Allow(act = AddToList.class)
    ResponseEntity<Page> add(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @PathVariable UUID festival,
            @RequestParam(defaultValue = "") String like,
            @RequestParam(defaultValue = "") String reason) {
        var ground = Arrays.stream(Ground.values())
                .filter(one -> one.name().equals(like))
                .findFirst();
        if (ground.isEmpty()) {
            return again(actor, person, festival, like, reason, "like", "请选择照哪一类给");
        }
        return switch (acts.perform(actor, add, new AddToList.Command(id, festival, person, ground.get(), reason))) {
            case AddToList.Outcome.Added(var line) ->
                Answer.seeOther("/festivals/lines/" + line, Flash.success("已列入名单"));
            case AddToList.Outcome.NotFound() -> Answer.notFound();
            case AddToList.Outcome.ListNotOpen(var state) ->
                again(actor, person, festival, like, reason, "reason", "这次慰问" + state.zh() + "，不能再列入");
            case AddToList.Outcome.NoReason() ->
                again(actor, person, festival, like, reason, "reason", "请写明为什么列入，200 字以内");
            case AddToList.Outcome.LooksSecret(var why) -> again(actor, person, festival, like, reason, "reason", why);
            case AddToList.Outcome.NoSuchGroup() -> again(actor, person, festival, like, reason, "like", "这次慰问没有这一类");
            case AddToList.Outcome.OnList ignored -> again(actor, person, festival, like, reason, "reason", "已经在名单上");
            case AddToList.Outcome.TakenOff(var ignored, var why) ->
                again(actor, person, festival, like, reason, "reason", "从名单上去掉过（" + why + "），要放回去请镇街在“不在名单上”里核对");
            case AddToList.Outcome.ListedElsewhere(var unit) ->
                again(actor, person, festival, like, reason, "reason", "这个节日" + unit + "已经列入，一个节日只给一次");
        };
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UUID person, UUID festival, String like, String reason, String field, String why) {
        return Answer.invalid(page(actor, person, festival, like, reason, FieldErrors.of(field, why)));
    }

    private AdditionPage page(
            Actor.Office actor, UUID person, UUID festival, String like, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = desk.require(actor, festival);
            var file = people.find(person).orElseThrow(FestivalDesk::notFound);
            var groups = campaign.groups().stream()
                    .map(group -> Option.of(
                            group.ground().name(),
                            terms.label(group.ground()) + "："
                                    + new Line.Gift(group.fen(), group.goods(), group.goodsFen()).words()))
                    .toList();
            return new AdditionPage(campaign, person, file.name(), groups, like, reason, errors);
        });
    }

    /** Whether somebody may still be put on it. */
    static boolean isOpen(Campaign campaign) {
        return campaign.state() == Campaign.State.OPEN;
    }
}
