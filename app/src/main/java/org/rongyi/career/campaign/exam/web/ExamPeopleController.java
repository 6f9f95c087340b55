package org.rongyi.career.campaign.exam.web;

import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.exam.BarFromExam;
import org.rongyi.career.campaign.exam.CheckExamBar;
import org.rongyi.career.campaign.exam.LiftExamBar;
import org.rongyi.career.campaign.exam.RegisterForExam;
import org.rongyi.career.campaign.exam.mark.AskForReview;
import org.rongyi.career.campaign.exam.mark.DecideReview;
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

/** 考试的人: what is done at the counter for somebody. */
@Controller
class ExamPeopleController {

    private final Acts acts;
    private final RegisterForExam register;
    private final BarFromExam bar;
    private final CheckExamBar check;
    private final LiftExamBar lift;
    private final AskForReview ask;
    private final DecideReview decide;
    private final Candidates candidates;
    private final ExamPerson person;
    private final CampaignDesk desk;
    private final Transactions transactions;

    ExamPeopleController(
            Acts acts,
            RegisterForExam register,
            BarFromExam bar,
            CheckExamBar check,
            LiftExamBar lift,
            AskForReview ask,
            DecideReview decide,
            Candidates candidates,
            ExamPerson person,
            CampaignDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.register = register;
        this.bar = bar;
        this.check = check;
        this.lift = lift;
        this.ask = ask;
        this.decide = decide;
        this.candidates = candidates;
        this.person = person;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/exam/people/{candidate}")
    @Allow(act = RegisterForExam.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID candidate) {
        return page(actor, campaign, candidate, Typed.empty(), FieldErrors.none(), "");
    }

    @GetMapping("/campaigns/{campaign}/exam/people/{candidate}/ticket")
    @Allow(act = RegisterForExam.class)
    Page ticket(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID candidate) {
        return transactions.read(actor, () -> person.ticket(actor, whom(campaign, candidate)));
    }

    @PostMapping("/campaigns/{campaign}/exam/people/{candidate}/registration")
    @Allow(act = RegisterForExam.class)
    ResponseEntity<Page> register(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID candidate) {
        transactions.read(actor, () -> whom(campaign, candidate));
        return switch (acts.perform(actor, register, new RegisterForExam.Command(id, candidate))) {
            case RegisterForExam.Outcome.Registered(var ignored, var ticket) ->
                done(campaign, candidate, "已代为报名，准考证号 " + ticket + "。");
            case RegisterForExam.Outcome.NotFound() -> Answer.notFound();
            case RegisterForExam.Outcome refused -> refused(actor, campaign, candidate, ExamPerson.refused(refused));
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/people/{candidate}/bar")
    @Allow(act = BarFromExam.class)
    ResponseEntity<Page> bar(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new BarFromExam.Command(id, campaign, candidate, typed.value("ground"), typed.value("barReason"));
        return switch (acts.perform(actor, bar, command)) {
            case BarFromExam.Outcome.Barred ignored -> done(campaign, candidate, "已登记，请另一位同事照同一份材料核对。");
            case BarFromExam.Outcome.NotFound() -> Answer.notFound();
            case BarFromExam.Outcome.NotNow() -> refused(actor, campaign, candidate, "方案还没有批准，或者报名已经截止、活动停办了，不能登记。");
            case BarFromExam.Outcome.AlreadyBarred() -> refused(actor, campaign, candidate, "已经登记过了。");
            case BarFromExam.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(
                        actor,
                        campaign,
                        candidate,
                        typed,
                        FieldErrors.of(field.equals("reason") ? "barReason" : field, why),
                        ""));
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/people/{candidate}/bar-check")
    @Allow(act = CheckExamBar.class)
    ResponseEntity<Page> check(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID candidate) {
        return switch (acts.perform(actor, check, new CheckExamBar.Command(id, campaign, candidate))) {
            case CheckExamBar.Outcome.Checked ignored -> done(campaign, candidate, "已核对，不能报名。");
            case CheckExamBar.Outcome.NotFound() -> Answer.notFound();
            case CheckExamBar.Outcome.NotNow() -> refused(actor, campaign, candidate, "报名已经截止，不能再核对。");
            case CheckExamBar.Outcome.SamePerson() -> refused(actor, campaign, candidate, "登记的人不能自己核对，请另一位同事核对。");
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/people/{candidate}/bar-lifting")
    @Allow(act = LiftExamBar.class)
    ResponseEntity<Page> lift(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new LiftExamBar.Command(id, campaign, candidate, typed.value("liftReason"));
        return switch (acts.perform(actor, lift, command)) {
            case LiftExamBar.Outcome.Lifted(var ignored, var registered) ->
                done(campaign, candidate, registered ? "已撤销，报上名了。" : "已撤销，不再妨碍报名。");
            case LiftExamBar.Outcome.NotFound() -> Answer.notFound();
            case LiftExamBar.Outcome.NotNow() -> refused(actor, campaign, candidate, "考场已经定了，或者活动停办了，不能再撤销。");
            case LiftExamBar.Outcome.NotYours() -> refused(actor, campaign, candidate, "已经核对的，由负责人撤销。");
            case LiftExamBar.Outcome.SamePerson() ->
                refused(actor, campaign, candidate, "已经核对的，登记、核对的人不能撤销，请另一位负责人撤销。");
            case LiftExamBar.Outcome.Wanting(var ignored, var why) ->
                Answer.invalid(page(actor, campaign, candidate, typed, FieldErrors.of("liftReason", why), ""));
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/people/{candidate}/reviews")
    @Allow(act = AskForReview.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        transactions.read(actor, () -> whom(campaign, candidate));
        var command = new AskForReview.Command(id, candidate, ExamPerson.subject(typed), typed.value("reason"));
        return switch (acts.perform(actor, ask, command)) {
            case AskForReview.Outcome.Asked ignored -> done(campaign, candidate, "已代为申请复核。");
            case AskForReview.Outcome.NotFound() -> Answer.notFound();
            case AskForReview.Outcome refused ->
                Answer.invalid(page(actor, campaign, candidate, typed, ExamPerson.refused(refused), ""));
        };
    }

    @PostMapping("/campaigns/{campaign}/exam/people/{candidate}/answer")
    @Allow(act = DecideReview.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var review = typed.id("review");
        var points = ExamForm.points(typed.value("points"));
        if (review == null) {
            return Answer.notFound();
        }
        if (points.isEmpty()) {
            var errors = FieldErrors.of("points", "请填写复核后的分数，例如 81.5");
            return Answer.invalid(page(actor, campaign, candidate, typed, errors, ""));
        }
        var command = new DecideReview.Command(id, campaign, review, points.get(), typed.value("answer"));
        return switch (acts.perform(actor, decide, command)) {
            case DecideReview.Outcome.Decided ignored -> done(campaign, candidate, "已答复，本人看得到。");
            case DecideReview.Outcome.NotFound() -> Answer.notFound();
            case DecideReview.Outcome.NotNow() -> refused(actor, campaign, candidate, "已经答复过，或者成绩已经定下。");
            case DecideReview.Outcome.MarkedIt() -> refused(actor, campaign, candidate, "评过这份试卷的人不能复核它，请没有评过的人办。");
            case DecideReview.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(actor, campaign, candidate, typed, FieldErrors.of(field, why), ""));
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, UUID candidate, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/exam/people/" + candidate, Flash.success(words));
    }

    private ResponseEntity<Page> refused(Actor.Office actor, UUID campaign, UUID candidate, String why) {
        return Answer.invalid(page(actor, campaign, candidate, Typed.empty(), FieldErrors.none(), why));
    }

    private Page page(
            Actor.Office actor, UUID campaign, UUID candidate, Typed typed, FieldErrors errors, String refused) {
        return transactions.read(actor, () -> person.page(actor, whom(campaign, candidate), typed, errors, refused));
    }

    /** By row-level security within the reader's territory. */
    private Candidate whom(UUID campaign, UUID candidate) {
        return candidates
                .find(candidate)
                .filter(one -> one.campaign().equals(campaign))
                .filter(Candidate::takesPart)
                .orElseThrow(CampaignDesk::none);
    }
}
