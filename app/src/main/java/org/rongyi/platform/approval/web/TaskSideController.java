package org.rongyi.platform.approval.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.approval.AnswerComplaint;
import org.rongyi.platform.approval.AskOpinion;
import org.rongyi.platform.approval.DropOpinion;
import org.rongyi.platform.approval.ExamineObjection;
import org.rongyi.platform.approval.GiveOpinion;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.approval.PassOn;
import org.rongyi.platform.approval.PauseCase;
import org.rongyi.platform.approval.RecallAnswer;
import org.rongyi.platform.approval.ResumeCase;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What can be done with a task beside answering it: given on, asked about, paused, taken back. */
@Controller
class TaskSideController extends TaskForms {

    private final PassOn passOn;
    private final AskOpinion askOpinion;
    private final GiveOpinion giveOpinion;
    private final DropOpinion dropOpinion;
    private final PauseCase pause;
    private final ResumeCase resume;
    private final RecallAnswer recall;
    private final AnswerComplaint complaint;
    private final ExamineObjection examine;

    TaskSideController(
            Acts acts,
            TaskDesk desk,
            PassOn passOn,
            AskOpinion askOpinion,
            GiveOpinion giveOpinion,
            DropOpinion dropOpinion,
            PauseCase pause,
            ResumeCase resume,
            RecallAnswer recall,
            AnswerComplaint complaint,
            ExamineObjection examine) {
        super(acts, desk);
        this.passOn = passOn;
        this.askOpinion = askOpinion;
        this.giveOpinion = giveOpinion;
        this.dropOpinion = dropOpinion;
        this.pause = pause;
        this.resume = resume;
        this.recall = recall;
        this.complaint = complaint;
        this.examine = examine;
    }

    @PostMapping("/tasks/{task}/passing")
    @Allow(act = PassOn.class)
    ResponseEntity<Page> pass(@ModelAttribute(binding = false) TaskForm form) {
        var to = TaskDesk.target(form.text("to"));
        var command = new PassOn.Command(form.id(), form.task(), to, form.text("passReason"));
        var outcome = perform(form, passOn, command);
        return answer(form, outcome, "已转办。", field(outcome, "passReason", "to"));
    }

    @PostMapping("/tasks/{task}/asking")
    @Allow(act = AskOpinion.class)
    ResponseEntity<Page> ask(@ModelAttribute(binding = false) TaskForm form) {
        var to = TaskDesk.target(form.text("askTo"));
        var command = new AskOpinion.Command(form.id(), form.task(), to, form.text("question"));
        var outcome = perform(form, askOpinion, command);
        return answer(form, outcome, "已请对方提出意见，答复后您再签署。", field(outcome, "question", "askTo"));
    }

    @PostMapping("/tasks/{task}/opinion")
    @Allow(act = GiveOpinion.class)
    ResponseEntity<Page> give(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                giveOpinion,
                new GiveOpinion.Command(form.id(), form.task(), form.text("opinion")),
                "意见已答复。",
                "opinion");
    }

    @PostMapping("/tasks/{task}/dropping")
    @Allow(act = DropOpinion.class)
    ResponseEntity<Page> drop(@ModelAttribute(binding = false) TaskForm form) {
        return done(form, dropOpinion, new DropOpinion.Command(form.id(), form.task()), "已减签。", "");
    }

    @PostMapping("/tasks/{task}/pause")
    @Allow(act = PauseCase.class)
    ResponseEntity<Page> pause(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                pause,
                new PauseCase.Command(form.id(), form.task(), form.text("pauseReason")),
                "已进入特别程序，计时中止。",
                "pauseReason");
    }

    @PostMapping("/tasks/{task}/resumption")
    @Allow(act = ResumeCase.class)
    ResponseEntity<Page> resume(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                resume,
                new ResumeCase.Command(form.id(), form.task(), form.text("outcome")),
                "已恢复计时。",
                "outcome");
    }

    @PostMapping("/tasks/{task}/recall")
    @Allow(act = RecallAnswer.class)
    ResponseEntity<Page> recall(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                recall,
                new RecallAnswer.Command(form.id(), form.task(), form.text("recallReason")),
                "意见已撤回，请重新办理。",
                "recallReason");
    }

    @PostMapping("/tasks/{task}/examination")
    @Allow(act = ExamineObjection.class)
    ResponseEntity<Page> examine(@ModelAttribute(binding = false) TaskForm form) {
        var ruling = ruling(form.text("ruling"));
        if (ruling == null) {
            return Answer.invalid(page(form, FieldErrors.of("ruling", "请选择异议成立还是不成立")));
        }
        var command = new ExamineObjection.Command(form.id(), form.task(), ruling, form.text("answer"));
        return done(form, examine, command, "异议已答复：" + ruling.zh() + "。请把答复书交给提异议的人。", "");
    }

    private static Objection.@Nullable Ruling ruling(String text) {
        for (var ruling : Objection.Ruling.values()) {
            if (ruling.name().equals(text)) {
                return ruling;
            }
        }
        return null;
    }

    @PostMapping("/tasks/{task}/complaint")
    @Allow(act = AnswerComplaint.class)
    ResponseEntity<Page> complaint(@ModelAttribute(binding = false) TaskForm form) {
        return done(
                form,
                complaint,
                new AnswerComplaint.Command(form.id(), form.task(), form.text("answer")),
                "回访和整改已登记。",
                "answer");
    }

    /** Acts call what is missing {@code reason}, {@code question} or {@code to}; two forms of a page may not. */
    private static String field(org.rongyi.platform.approval.TaskOutcome outcome, String text, String to) {
        return outcome instanceof org.rongyi.platform.approval.TaskOutcome.Missing(var name, var why)
                        && name.equals("to")
                ? to
                : text;
    }
}
