package org.rongyi.career.campaign.candidate.web;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.Ready;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 还没有列入的: who waits for work in the office's territory, and what is in the way of his taking part. */
@Controller
class WaitingController {

    private static final int PAGE = 20;

    private final Acts acts;
    private final AddCandidates add;
    private final Candidates candidates;
    private final AwaitingWork waiting;
    private final Ready ready;
    private final CampaignDesk desk;
    private final Transactions transactions;

    WaitingController(
            Acts acts,
            AddCandidates add,
            Candidates candidates,
            AwaitingWork waiting,
            Ready ready,
            CampaignDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.add = add;
        this.candidates = candidates;
        this.waiting = waiting;
        this.ready = ready;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/candidates/waiting")
    @Allow(act = AddCandidates.class)
    Page list(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var one = desk.requireOwn(campaign, actor);
            var wanted = new AwaitingWork.Wanted(q.strip(), candidates.receptions(campaign));
            var read = waiting.list(actor.scope(), wanted, Cursor.parse(after, LocalDate::parse), PAGE + 1);
            var slice = Slice.of(read, PAGE, who -> new Cursor<>(who.received(), who.reception()));
            var why = ready.hindrances(one, slice.rows(), candidates.kinds(campaign));
            var rows = slice.rows().stream()
                    .map(who -> WaitingPage.Row.of(who, why.getOrDefault(who.reception(), "")))
                    .toList();
            return new WaitingPage(one, rows, q.strip(), slice.next());
        });
    }

    @PostMapping("/campaigns/{campaign}/candidates/all")
    @Allow(act = AddCandidates.class)
    ResponseEntity<Page> addAll(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, add, AddCandidates.Command.everyone(id, campaign))) {
            case AddCandidates.Outcome.Added(var ignored, var many, var note) ->
                many == Ready.AT_ONCE
                        ? Answer.seeOther(
                                "/campaigns/" + campaign + "/candidates/waiting",
                                Flash.info("已列入 " + many + " 人。可能还有能列入的，可以再点一次“全部列入”。" + note))
                        : done(campaign, "已列入 " + many + " 人。" + note);
            case AddCandidates.Outcome.NotFound() -> Answer.notFound();
            case AddCandidates.Outcome.NotNow() -> done(campaign, "名单已经定下来，没有列入。");
            case AddCandidates.Outcome.NoticeClosed(var why) -> done(campaign, why + "。");
            case AddCandidates.Outcome.AlreadyIn() -> done(campaign, "刚刚有人列入过，请再看一遍名单。");
            case AddCandidates.Outcome.NotReady(var ignored, var reasons) ->
                done(campaign, "有一位现在不能列入，都没有列入：" + String.join("；", reasons));
            case AddCandidates.Outcome.Wanting(var ignored, var why) -> done(campaign, why + "。");
            case AddCandidates.Outcome.NobodyReady(var note) -> done(campaign, "没有可以列入的。" + note);
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/candidates", Flash.info(words));
    }
}
