package org.rongyi.career.campaign.exam.mark.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.career.campaign.exam.Sitting;
import org.rongyi.career.campaign.exam.mark.EnterMark;
import org.rongyi.career.campaign.exam.mark.ExamPapers;
import org.rongyi.career.campaign.exam.mark.NumberPapers;
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
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 阅卷: numbers for the papers, and marks by number. */
@Controller
class MarkingController {

    private final Acts acts;
    private final NumberPapers number;
    private final EnterMark enter;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamPapers papers;
    private final CampaignDesk desk;
    private final Transactions transactions;
    private final Clock clock;

    MarkingController(
            Acts acts,
            NumberPapers number,
            EnterMark enter,
            Exams exams,
            ExamEntries entries,
            ExamPapers papers,
            CampaignDesk desk,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.number = number;
        this.enter = enter;
        this.exams = exams;
        this.entries = entries;
        this.papers = papers;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{campaign}/exam/papers")
    @Allow(act = NumberPapers.class)
    Page papers(Actor.Office actor, @PathVariable UUID campaign) {
        return papers(actor, campaign, List.of(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/exam/papers")
    @Allow(act = NumberPapers.class)
    ResponseEntity<Page> number(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var absent = new Typed(fields).values("absent");
        if (!absent.stream().allMatch(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))) {
            return Answer.notFound();
        }
        var command = new NumberPapers.Command(
                id, campaign, absent.stream().map(UUID::fromString).toList());
        return switch (acts.perform(actor, number, command)) {
            case NumberPapers.Outcome.Numbered(var ignored, var many) ->
                Answer.seeOther(
                        "/campaigns/" + campaign + "/exam/papers", Flash.success("已给 " + many + " 份试卷编号，照下表贴在卷面上。"));
            case NumberPapers.Outcome.NotFound() -> Answer.notFound();
            case NumberPapers.Outcome.NotNow() ->
                Answer.invalid(papers(actor, campaign, absent, FieldErrors.of("absent", "座位还没有抽，或者已经编过号了")));
            case NumberPapers.Outcome.TooEarly() ->
                Answer.invalid(papers(actor, campaign, absent, FieldErrors.of("absent", "考试还没有开始")));
        };
    }

    @GetMapping("/campaigns/{campaign}/exam/marking")
    @Allow(act = EnterMark.class)
    Page marking(Actor.Office actor, @PathVariable UUID campaign, @RequestParam(defaultValue = "") String after) {
        return marking(actor, campaign, after, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/exam/marking")
    @Allow(act = EnterMark.class)
    ResponseEntity<Page> mark(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var paper = typed.value("paper").strip().toUpperCase(Locale.ROOT);
        var text = typed.value("points").strip();
        if (!text.matches("[0-9]{1,4}(\\.[0-9])?")) {
            return wrong(actor, campaign, typed, "points", "请填写分数，最多一位小数，例如 81.5");
        }
        var command = new EnterMark.Command(id, campaign, paper, new java.math.BigDecimal(text));
        return switch (acts.perform(actor, enter, command)) {
            case EnterMark.Outcome.Entered ignored ->
                Answer.seeOther("/campaigns/" + campaign + "/exam/marking", Flash.success(paper + " 的评分已封存。"));
            case EnterMark.Outcome.NotFound() -> Answer.notFound();
            case EnterMark.Outcome.NotNow() -> wrong(actor, campaign, typed, "paper", "试卷还没有编号，或者成绩已经公布，不再收评分");
            case EnterMark.Outcome.KnowsNames() -> wrong(actor, campaign, typed, "paper", "您给试卷编过号，不能阅卷");
            case EnterMark.Outcome.PublishesResults() ->
                wrong(actor, campaign, typed, "paper", "负责人要公布成绩，不能阅卷，请经办人、上级的人阅卷");
            case EnterMark.Outcome.AlreadyMarked() -> wrong(actor, campaign, typed, "paper", "这份您评过了，交了不能改");
            case EnterMark.Outcome.NotWanted() -> wrong(actor, campaign, typed, "paper", "这份已经评完了，请看下面等您评的");
            case EnterMark.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, String field, String why) {
        return Answer.invalid(marking(actor, campaign, "", typed, FieldErrors.of(field, why)));
    }

    private Page marking(Actor.Office actor, UUID id, String after, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = desk.require(id, actor);
            var exam = campaign.exam();
            var sitting = exams.find(id).orElseThrow(CampaignDesk::none);
            if (exam == null) {
                throw CampaignDesk.none();
            }
            var barred = barred(actor, campaign, sitting);
            var found = barred.isEmpty() && sitting.isMarking()
                    ? papers.wanting(id, actor, after)
                    : List.<ExamPapers.Paper>of();
            boolean more = found.size() > ExamPapers.PAGE;
            var shown = more ? found.subList(0, ExamPapers.PAGE) : found;
            return new MarkingPage(
                    campaign,
                    exam,
                    barred,
                    shown,
                    after.isEmpty(),
                    more ? shown.getLast().number() : null,
                    typed.value("paper"),
                    typed.value("points"),
                    errors);
        });
    }

    /** Why the reader may not mark; empty where he may. */
    private static String barred(Actor.Office actor, CampaignRecord campaign, Sitting sitting) {
        if (actor.speaksFor(sitting.numberedBy())) {
            return "您给试卷编过号，知道哪份是谁的，不能阅卷。请另外的人阅卷。";
        }
        return EnterMark.leads(campaign, actor) ? "负责人要公布成绩，不能阅卷。请经办人、上级退役军人事务部门的人阅卷。" : "";
    }

    private Page papers(Actor.Office actor, UUID id, List<String> absent, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = desk.requireOwn(id, actor);
            var exam = campaign.exam();
            var sitting = exams.find(id).orElseThrow(CampaignDesk::none);
            if (exam == null) {
                throw CampaignDesk.none();
            }
            var people = entries.of(id);
            boolean mayNumber = campaign.isIn(CampaignStage.NOTICE)
                    && sitting.drawn() != null
                    && sitting.numbered() == null
                    && !clock.instant().isBefore(exam.sits());
            // not to who stands in for him: he could mark afterwards as himself
            var rows = actor.account().equals(sitting.numberedBy())
                    ? rows(exam, sitting, people, papers.owners(id))
                    : List.<PapersPage.Row>of();
            return new PapersPage(
                    campaign,
                    sitting,
                    people.stream()
                            .sorted(Comparator.comparing(MarkingController::place))
                            .map(one -> Option.of(
                                    one.id().toString(), seat(sitting, one) + " " + one.ticket() + " " + one.name()))
                            .toList(),
                    absent,
                    rows,
                    mayNumber,
                    errors);
        });
    }

    /** By room and seat, so that the numbers are handed out in that order. */
    private static List<PapersPage.Row> rows(
            ExamPlan exam, Sitting sitting, List<ExamEntries.Entry> people, List<ExamPapers.Owned> owners) {
        var owned = owners.stream().collect(Collectors.groupingBy(ExamPapers.Owned::candidate));
        var rows = new ArrayList<PapersPage.Row>();
        for (var entry : people.stream()
                .sorted(Comparator.comparing(MarkingController::place))
                .toList()) {
            owned.getOrDefault(entry.id(), List.of()).stream()
                    .sorted(Comparator.comparing(ExamPapers.Owned::subject))
                    .map(one -> new PapersPage.Row(
                            seat(sitting, entry),
                            entry.ticket(),
                            exam.subjects().get(one.subject() - 1).name(),
                            one.number()))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static int place(ExamEntries.Entry entry) {
        return (entry.room() == null ? 0 : entry.room()) * 1000 + (entry.seat() == null ? 0 : entry.seat());
    }

    private static String seat(Sitting sitting, ExamEntries.Entry entry) {
        var room = entry.room();
        return room == null ? "没有座位" : sitting.rooms().get(room - 1).name() + " 第 " + entry.seat() + " 座";
    }
}
