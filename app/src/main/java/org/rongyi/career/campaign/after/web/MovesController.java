package org.rongyi.career.campaign.after.web;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.after.MoveByDecision;
import org.rongyi.career.campaign.after.Moves;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.web.HeldForm;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 改派, at the table. */
@Controller
class MovesController {

    private final Acts acts;
    private final MoveByDecision move;
    private final Moves moves;
    private final GroupBook book;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    MovesController(
            Acts acts,
            MoveByDecision move,
            Moves moves,
            GroupBook book,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.move = move;
        this.moves = moves;
        this.book = book;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/followup/moves")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign) {
        return page(actor, campaign, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/followup/moves")
    @Allow(act = MoveByDecision.class)
    ResponseEntity<Page> move(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var held = HeldForm.read(typed);
        if (held.isEmpty()) {
            return wrong(actor, campaign, typed, "heldOn", "请填写开会的日期");
        }
        var command = new MoveByDecision.Command(
                id, campaign, held.get(), typed.value("whose"), typed.value("post"), typed.value("reason"));
        return switch (acts.perform(actor, move, command)) {
            case MoveByDecision.Outcome.Moved ignored ->
                Answer.seeOther("/campaigns/" + campaign + "/followup/moves", Flash.success("已登记，随公示页公开；已经告诉本人。"));
            case MoveByDecision.Outcome.NotFound() -> Answer.notFound();
            case MoveByDecision.Outcome.NotNow() ->
                wrong(actor, campaign, typed, "whose", "开出介绍信以后、专项小组纠正过得分的，才照书面决定改派");
            case MoveByDecision.Outcome.StillOpen(var reasons) ->
                wrong(actor, campaign, typed, "whose", "先纠正得分：" + String.join("；", reasons));
            case MoveByDecision.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, typed, FieldErrors.of(field, why)));
    }

    private MovesPage page(Actor.Office actor, UUID campaign, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var corrected = one.corrected();
            return new MovesPage(
                    one,
                    moves.of(campaign),
                    book.members(campaign),
                    one.isIn(CampaignStage.FOLLOWED)
                            && corrected != null
                            && corrected.after() > 0
                            && desk.mayAct(one, actor)
                            && Permission.mayPerform(MoveByDecision.class, actor),
                    divisions.today().toString(),
                    typed,
                    errors);
        });
    }
}
