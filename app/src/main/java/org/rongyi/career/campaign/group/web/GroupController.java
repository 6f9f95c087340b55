package org.rongyi.career.campaign.group.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.group.AddMember;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.RemoveMember;
import org.rongyi.career.campaign.list.QuotaList;
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

/** 专项小组: who is in it, and its approval of the plan. */
@Controller
class GroupController {

    private final Acts acts;
    private final AddMember add;
    private final RemoveMember remove;
    private final ApprovePlan approve;
    private final GroupBook book;
    private final QuotaList quotas;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    GroupController(
            Acts acts,
            AddMember add,
            RemoveMember remove,
            ApprovePlan approve,
            GroupBook book,
            QuotaList quotas,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.add = add;
        this.remove = remove;
        this.approve = approve;
        this.book = book;
        this.quotas = quotas;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/group")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign) {
        return page(actor, campaign, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/group/members")
    @Allow(act = AddMember.class)
    ResponseEntity<Page> add(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command =
                new AddMember.Command(id, campaign, typed.value("name"), typed.value("unit"), typed.value("duty"));
        return switch (acts.perform(actor, add, command)) {
            case AddMember.Outcome.Added(var ignored) -> done(campaign, "已登记成员。");
            case AddMember.Outcome.NotFound() -> Answer.notFound();
            case AddMember.Outcome.NotNow() -> wrong(actor, campaign, typed, "name", "方案审定以后，专项小组不再变动");
            case AddMember.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/group/members/{member}/removal")
    @Allow(act = RemoveMember.class)
    ResponseEntity<Page> remove(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID member) {
        return switch (acts.perform(actor, remove, new RemoveMember.Command(id, campaign, member))) {
            case RemoveMember.Outcome.Removed(var ignored) -> done(campaign, "已调出。");
            case RemoveMember.Outcome.NotFound() -> Answer.notFound();
            case RemoveMember.Outcome.NotNow() -> wrong(actor, campaign, Typed.empty(), "name", "方案审定以后，专项小组不再变动");
        };
    }

    @PostMapping("/campaigns/{campaign}/group/approval")
    @Allow(act = ApprovePlan.class)
    ResponseEntity<Page> approve(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var held = HeldForm.read(typed);
        if (held.isEmpty()) {
            return wrong(actor, campaign, typed, "heldOn", "请填写开会的日期");
        }
        if (!typed.value("digest").isEmpty() && !typed.value("digest").equals(digest(actor, campaign))) {
            return wrong(actor, campaign, typed, "heldOn", "方案或者参数在您打开这一页以后改了，摘要已经不同：请专项小组看过现在的再登记");
        }
        return switch (acts.perform(actor, approve, new ApprovePlan.Command(id, campaign, held.get()))) {
            case ApprovePlan.Outcome.Approved(var ignored, var digest) ->
                Answer.seeOther("/campaigns/" + campaign, Flash.success("方案已审定，从今天起公示。" + fewer(actor, campaign)));
            case ApprovePlan.Outcome.NotFound() -> Answer.notFound();
            case ApprovePlan.Outcome.NotNow() -> wrong(actor, campaign, typed, "heldOn", "方案已经审定，或者活动停办了");
            case ApprovePlan.Outcome.SamePerson() ->
                wrong(actor, campaign, typed, "heldOn", "拟定、修改过方案的人不能登记审定，请另一位负责人登记");
            case ApprovePlan.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    private String fewer(Actor.Office actor, UUID campaign) {
        var sums = transactions.read(actor, () -> quotas.sums(campaign));
        return sums.isEmpty() ? "" : "接收计划一起公布：" + sums.words() + "。";
    }

    private String digest(Actor.Office actor, UUID campaign) {
        return transactions.read(actor, () -> approve.digest(desk.require(campaign, actor)));
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/group", Flash.success(words));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, typed, FieldErrors.of(field, why)));
    }

    private GroupPage page(Actor.Office actor, UUID campaign, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            boolean wrote = one.isWrittenBy(actor);
            boolean own = desk.mayAct(one, actor);
            return new GroupPage(
                    one,
                    book.members(campaign),
                    book.meetings(campaign),
                    approve.digest(one),
                    approve.directive(one),
                    quotas.sums(campaign),
                    quotas.fewer(campaign),
                    one.isIn(CampaignStage.DRAFT) ? approve.missing(one) : List.of(),
                    divisions.today().toString(),
                    own,
                    own && !wrote && Permission.mayPerform(ApprovePlan.class, actor),
                    typed,
                    errors);
        });
    }
}
