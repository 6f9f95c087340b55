package org.rongyi.platform.approval.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.DeclineCase;
import org.rongyi.platform.approval.DeliverDecision;
import org.rongyi.platform.approval.LapseCase;
import org.rongyi.platform.approval.ReturnCase;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The acts on a task that move its case on. */
@Controller
class TaskStepController extends TaskForms {

    private final AcceptCase accept;
    private final DeclineCase decline;
    private final AskSupplement supplement;
    private final LapseCase lapse;
    private final AnswerTask answer;
    private final ReturnCase giveBack;
    private final DeliverDecision deliver;

    TaskStepController(
            Acts acts,
            TaskDesk desk,
            AcceptCase accept,
            DeclineCase decline,
            AskSupplement supplement,
            LapseCase lapse,
            AnswerTask answer,
            ReturnCase giveBack,
            DeliverDecision deliver) {
        super(acts, desk);
        this.accept = accept;
        this.decline = decline;
        this.supplement = supplement;
        this.lapse = lapse;
        this.answer = answer;
        this.giveBack = giveBack;
        this.deliver = deliver;
    }

    @PostMapping("/tasks/{task}/acceptance")
    @Allow(act = AcceptCase.class)
    ResponseEntity<Page> accept(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form, accept, new AcceptCase.Command(form.id(), form.task(), form.text("opinion")), "已受理。", "opinion");
    }

    @PostMapping("/tasks/{task}/refusal")
    @Allow(act = DeclineCase.class)
    ResponseEntity<Page> decline(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                decline,
                new DeclineCase.Command(form.id(), form.task(), form.text("declineReason")),
                "已不予受理，请把书面决定送达申请人。",
                "declineReason");
    }

    @PostMapping("/tasks/{task}/supplement")
    @Allow(act = AskSupplement.class)
    ResponseEntity<Page> supplement(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                supplement,
                new AskSupplement.Command(form.id(), form.task(), form.text("what")),
                "已通知补正，计时中止。",
                "what");
    }

    @PostMapping("/tasks/{task}/lapse")
    @Allow(act = LapseCase.class)
    ResponseEntity<Page> lapse(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                lapse,
                new LapseCase.Command(form.id(), form.task(), form.text("lapseReason")),
                "已终止办理，请告知申请人。",
                "lapseReason");
    }

    @PostMapping("/tasks/{task}/answer")
    @Allow(act = AnswerTask.class)
    ResponseEntity<Page> answer(@ModelAttribute(binding = false) TaskForm form) {
        var verdict = verdict(form.text("verdict"));
        if (verdict == null) {
            return Answer.invalid(page(form, FieldErrors.of("verdict", "请选择同意或不同意")));
        }
        var meeting = form.has("present") ? new AnswerTask.Meeting(form.text("meetingOn"), form.text("present")) : null;
        var command =
                new AnswerTask.Command(form.id(), form.task(), verdict, form.text("opinion"), meeting, given(form));
        return done(form, answer, command, "意见已签署：" + verdict.zh() + "。", "");
    }

    private static AnswerTask.Given given(TaskForm form) {
        var publish = form.text("publish");
        return new AnswerTask.Given(
                form.fields(), publish.isEmpty() ? null : publish.equals("YES"), form.text("unpublished"));
    }

    @PostMapping("/tasks/{task}/return")
    @Allow(act = ReturnCase.class)
    ResponseEntity<Page> giveBack(@ModelAttribute(binding = false) TaskForm form) {
        var step = form.text("step");
        if (!step.matches("\\d{1,2}")) {
            return Answer.invalid(page(form, FieldErrors.of("step", "请选择退回到哪一步")));
        }
        var command = new ReturnCase.Command(form.id(), form.task(), Integer.parseInt(step), form.text("returnReason"));
        return done(form, giveBack, command, "已退回。", "returnReason");
    }

    @PostMapping("/tasks/{task}/delivery")
    @Allow(act = DeliverDecision.class)
    ResponseEntity<Page> deliver(@ModelAttribute(binding = false) TaskForm form) {
        var on = day(form.text("on"));
        if (on == null) {
            return Answer.invalid(page(form, FieldErrors.of("on", "请填写哪天送达的")));
        }
        var command = new DeliverDecision.Command(form.id(), form.task(), form.text("way"), on, form.text("proof"));
        return done(form, deliver, command, "已送达，办结。", "");
    }

    private static java.time.@Nullable LocalDate day(String text) {
        try {
            return java.time.LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Verdict verdict(String text) {
        for (var verdict : Verdict.values()) {
            if (verdict.name().equals(text)) {
                return verdict;
            }
        }
        return null;
    }
}
