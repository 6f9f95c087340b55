package org.rongyi.career.campaign.exam.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.exam.CloseRegistration;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.ExamPolicy;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.career.campaign.exam.PlanExam;
import org.rongyi.career.campaign.exam.ReadSeatSource;
import org.rongyi.career.campaign.exam.mark.ExamPapers;
import org.rongyi.career.campaign.exam.mark.RevealMarks;
import org.rongyi.career.campaign.exam.mark.SettleExam;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
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

/** 考试, at the table: its plan, rooms and seats, the results and what goes into the scores. */
@Controller
class ExamController {

    private final Acts acts;
    private final PlanExam plan;
    private final CloseRegistration close;
    private final ReadSeatSource source;
    private final RevealMarks reveal;
    private final SettleExam settle;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamPapers papers;
    private final CampaignDesk desk;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    ExamController(
            Acts acts,
            PlanExam plan,
            CloseRegistration close,
            ReadSeatSource source,
            RevealMarks reveal,
            SettleExam settle,
            Exams exams,
            ExamEntries entries,
            ExamPapers papers,
            CampaignDesk desk,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.plan = plan;
        this.close = close;
        this.source = source;
        this.reveal = reveal;
        this.settle = settle;
        this.exams = exams;
        this.entries = entries;
        this.papers = papers;
        this.desk = desk;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/exam")
    @Allow(act = PlanExam.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign) {
        return page(actor, campaign, null, FieldErrors.none(), "");
    }

    @PostMapping("/campaigns/{campaign}/exam/plan")
    @Allow(act = PlanExam.class)
    ResponseEntity<Page> plan(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var errors = FieldErrors.none();
        var without = typed.value("without").equals("yes");
        var details = without ? null : ExamForm.read(typed, errors).orElse(null);
        if (!without && details == null) {
            return invalid(actor, campaign, typed, errors);
        }
        return switch (acts.perform(actor, plan, new PlanExam.Command(id, campaign, details))) {
            case PlanExam.Outcome.Planned ignored -> done(campaign, without ? "这次不考试。" : "已定，随方案公布。");
            case PlanExam.Outcome.NotFound() -> Answer.notFound();
            case PlanExam.Outcome.Frozen() -> refused(actor, campaign, "方案已经批准，或者停办了，不能再改。");
            case PlanExam.Outcome.Wanting(var field, var why) ->
                invalid(actor, campaign, typed, FieldErrors.of(field, why));
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/closing")
    @Allow(act = CloseRegistration.class)
    ResponseEntity<Page> close(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new CloseRegistration.Command(id, campaign, ExamForm.rooms(typed.value("rooms")));
        return switch (acts.perform(actor, close, command)) {
            case CloseRegistration.Outcome.Closed ignored -> done(campaign, "报名截止了，摘要已经公布，等来源公布以后抽座位。");
            case CloseRegistration.Outcome.NotFound() -> Answer.notFound();
            case CloseRegistration.Outcome.NotNow() -> refused(actor, campaign, "已经截止过，或者活动停办了。");
            case CloseRegistration.Outcome.TooEarly() -> refused(actor, campaign, "还没有到公布的截止时间，不能提前。");
            case CloseRegistration.Outcome.Wanting(var field, var why) ->
                invalid(actor, campaign, typed, FieldErrors.of(field, why));
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/source")
    @Allow(act = ReadSeatSource.class)
    ResponseEntity<Page> source(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var errors = FieldErrors.none();
        var published = ExamForm.instant(typed, "published", "公布", errors);
        if (published == null) {
            return invalid(actor, campaign, typed, errors);
        }
        var command = new ReadSeatSource.Command(
                id, campaign, typed.value("value"), published, typed.value("later"), typed.value("where"));
        return switch (acts.perform(actor, source, command)) {
            case ReadSeatSource.Outcome.Entered ignored -> done(campaign, "已录入，请另一位同事照公布的再填一遍。");
            case ReadSeatSource.Outcome.Drawn ignored -> done(campaign, "两人一致，座位抽定了。");
            case ReadSeatSource.Outcome.NotFound() -> Answer.notFound();
            case ReadSeatSource.Outcome.NotNow() -> refused(actor, campaign, "报名截止以后才抽座位，只抽一次。");
            case ReadSeatSource.Outcome.Differs() ->
                invalid(actor, campaign, typed, FieldErrors.of("value", "与同事录入的不一致，请一起照公布的再看一遍；录错了的由同事重新录入"));
            case ReadSeatSource.Outcome.Wanting(var field, var why) ->
                invalid(actor, campaign, typed, FieldErrors.of(field, why));
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/results")
    @Allow(act = RevealMarks.class)
    ResponseEntity<Page> reveal(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, reveal, new RevealMarks.Command(id, campaign))) {
            case RevealMarks.Outcome.Revealed ignored -> done(campaign, "成绩公布了，各人可以看自己的。");
            case RevealMarks.Outcome.NotFound() -> Answer.notFound();
            case RevealMarks.Outcome.NotNow() -> refused(actor, campaign, "试卷还没有编号，或者成绩已经公布。");
            case RevealMarks.Outcome.TookPart() -> refused(actor, campaign, "给试卷编过号、阅过卷的人不能公布成绩，请另一位负责人办。");
            case RevealMarks.Outcome.StillMarking(var many) ->
                refused(actor, campaign, "还有 " + many + " 份试卷没有评完，评完才能公布。");
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/settlement")
    @Allow(act = SettleExam.class)
    ResponseEntity<Page> settle(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, settle, new SettleExam.Command(id, campaign))) {
            case SettleExam.Outcome.Settled ignored -> done(campaign, "成绩定下了，总分开始公示。");
            case SettleExam.Outcome.NotFound() -> Answer.notFound();
            case SettleExam.Outcome.NotNow() -> refused(actor, campaign, "成绩还没有公布，或者已经定过了。");
            case SettleExam.Outcome.StillOpen(var reasons) -> refused(actor, campaign, String.join("；", reasons) + "。");
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/exam", Flash.success(words));
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID campaign, Typed typed, FieldErrors errors) {
        return Answer.invalid(page(actor, campaign, typed, errors, ""));
    }

    private ResponseEntity<Page> refused(Actor.Office actor, UUID campaign, String why) {
        return Answer.invalid(page(actor, campaign, null, FieldErrors.none(), why));
    }

    private ExamPage page(
            Actor.Office actor,
            UUID id,
            @org.jspecify.annotations.Nullable Typed typed,
            FieldErrors errors,
            String refused) {
        return transactions.read(actor, () -> {
            var campaign = desk.require(id, actor);
            var sitting = exams.find(id).orElse(null);
            var by = sitting == null ? null : sitting.valueBy();
            return new ExamPage(
                    campaign,
                    sitting,
                    entries.of(id).size(),
                    papers.progress(id),
                    missing(campaign),
                    by != null && !actor.speaksFor(by),
                    close.isDue(campaign),
                    desk.mayAct(campaign, actor),
                    Permission.mayPerform(RevealMarks.class, actor),
                    typed == null ? planned(campaign) : typed,
                    errors,
                    refused);
        });
    }

    private List<String> missing(CampaignRecord campaign) {
        return campaign.exam() == null ? List.of() : settle.missing(campaign);
    }

    private Typed planned(CampaignRecord campaign) {
        return campaign.isIn(CampaignStage.DRAFT)
                ? ExamForm.of(campaign.exam(), policy.number(ExamPolicy.FILE_PERCENT, divisions.today()))
                : Typed.empty();
    }
}
