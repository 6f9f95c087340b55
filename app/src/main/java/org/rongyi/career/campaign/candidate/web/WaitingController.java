package org.rongyi.career.campaign.candidate.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.candidate.AddCandidates;
import org.rongyi.career.campaign.candidate.Elsewhere;
import org.rongyi.career.campaign.candidate.Kinds;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
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

    /** As many as one act takes in: each is locked against every other campaign until all are in. */
    private static final int AT_ONCE = 500;

    private final Acts acts;
    private final AddCandidates add;
    private final Candidates candidates;
    private final AwaitingWork waiting;
    private final Elsewhere elsewhere;
    private final Kinds kinds;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    WaitingController(
            Acts acts,
            AddCandidates add,
            Candidates candidates,
            AwaitingWork waiting,
            Elsewhere elsewhere,
            Kinds kinds,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.add = add;
        this.candidates = candidates;
        this.waiting = waiting;
        this.elsewhere = elsewhere;
        this.kinds = kinds;
        this.desk = desk;
        this.divisions = divisions;
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
            return new WaitingPage(one, rows(one, slice.rows(), candidates.kinds(campaign)), q.strip(), slice.next());
        });
    }

    /** @param present the kinds of who takes part already: who is scored by another table does not join them */
    private List<WaitingPage.Row> rows(
            CampaignRecord campaign, List<AwaitingWork.Waiting> people, Set<CandidateKind> present) {
        var busy = elsewhere.of(
                campaign.id(), people.stream().map(AwaitingWork.Waiting::person).toList());
        return people.stream()
                .map(who -> {
                    var number = busy.get(who.person());
                    var score = who.score();
                    return new WaitingPage.Row(
                            who.reception(),
                            who.name(),
                            score == null ? "" : score.toPlainString(),
                            number == null
                                    ? String.join("；", hindrances(who, campaign, present))
                                    : Elsewhere.words(number));
                })
                .toList();
    }

    private List<String> hindrances(AwaitingWork.Waiting who, CampaignRecord campaign, Set<CandidateKind> present) {
        var all = new ArrayList<>(who.hindrances(divisions.today(), false));
        Kinds.mixed(present, who.officer()).ifPresent(all::add);
        kinds.hindrance(who, campaign).ifPresent(all::add);
        return all;
    }

    @PostMapping("/campaigns/{campaign}/candidates/all")
    @Allow(act = AddCandidates.class)
    ResponseEntity<Page> addAll(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        var ready = transactions.read(actor, () -> ready(actor, campaign));
        return switch (acts.perform(actor, add, new AddCandidates.Command(id, campaign, ready.entries()))) {
            case AddCandidates.Outcome.Added(var ignored, var many) ->
                many == AT_ONCE
                        ? Answer.seeOther(
                                "/campaigns/" + campaign + "/candidates/waiting",
                                Flash.info("已列入 " + many + " 人。可能还有能列入的，可以再点一次“全部列入”。" + ready.note()))
                        : done(campaign, "已列入 " + many + " 人。" + ready.note());
            case AddCandidates.Outcome.NotFound() -> Answer.notFound();
            case AddCandidates.Outcome.NotNow() -> done(campaign, "名单已经定下来，没有列入。");
            case AddCandidates.Outcome.NoticeClosed(var why) -> done(campaign, why + "。");
            case AddCandidates.Outcome.AlreadyIn() -> done(campaign, "刚刚有人列入过，请再看一遍名单。");
            case AddCandidates.Outcome.NotReady(var who, var reasons) ->
                done(campaign, who + "现在不能列入：" + String.join("；", reasons));
            case AddCandidates.Outcome.Wanting(var ignored, var why) ->
                done(campaign, (ready.entries().isEmpty() ? "没有可以列入的。" : why + "。") + ready.note());
        };
    }

    /**
     * Who is taken in with all others.
     *
     * @param officers by which table they are scored
     * @param others somebody who might take part is scored by the other table
     */
    private record Ready(List<AddCandidates.Entry> entries, boolean officers, boolean others) {

        String note() {
            if (!others) {
                return "";
            }
            return officers ? "列入的是军官；军士和义务兵用另一张评分表，请为他们另开一次活动。" : "列入的是军士和义务兵；军官用另一张评分表，请为他们另开一次活动。";
        }
    }

    /**
     * The first of those who may take part, in the order in which they were received: of the table by which who takes part is scored, and of the first one's
     * where nobody does yet.
     */
    private Ready ready(Actor.Office actor, UUID campaign) {
        var one = desk.requireOwn(campaign, actor);
        var wanted = new AwaitingWork.Wanted("", candidates.receptions(campaign));
        var ready = new ArrayList<AddCandidates.Entry>();
        var tables = candidates.kinds(campaign).stream()
                .map(CandidateKind::isOfficer)
                .collect(Collectors.toCollection(HashSet::new));
        boolean others = false;
        Cursor<LocalDate> after = null;
        while (ready.size() < AT_ONCE) {
            var some = waiting.list(actor.scope(), wanted, after, AT_ONCE);
            if (some.isEmpty()) {
                break;
            }
            var rows = rows(one, some, Set.of());
            for (int i = 0; i < some.size() && ready.size() < AT_ONCE; i++) {
                if (!rows.get(i).why().isEmpty()) {
                    continue;
                }
                boolean officer = some.get(i).officer();
                if (tables.isEmpty()) {
                    tables.add(officer);
                }
                if (tables.equals(Set.of(officer))) {
                    ready.add(AddCandidates.Entry.plain(some.get(i).reception()));
                } else {
                    others = true;
                }
            }
            after = new Cursor<>(some.getLast().received(), some.getLast().reception());
        }
        return new Ready(ready, tables.contains(true), others);
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/candidates", Flash.info(words));
    }
}
