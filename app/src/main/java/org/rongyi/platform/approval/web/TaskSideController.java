package org.rongyi.platform.approval.web;

import static org.rongyi.platform.approval.web.TaskController.text;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
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
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be done with a task beside answering it: given on, asked about, paused, taken back. */
@Controller
class TaskSideController {

    private final Acts acts;
    private final TaskDesk desk;
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
        this.acts = acts;
        this.desk = desk;
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
    ResponseEntity<Page> pass(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var to = TaskDesk.target(text(fields, "to"));
        var command = new PassOn.Command(id, task, to, text(fields, "passReason"));
        var outcome = acts.perform(actor, passOn, command);
        return desk.answer(actor, task, fields, outcome, "已转办。", field(outcome, "passReason", "to"));
    }

    @PostMapping("/tasks/{task}/asking")
    @Allow(act = AskOpinion.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var to = TaskDesk.target(text(fields, "askTo"));
        var command = new AskOpinion.Command(id, task, to, text(fields, "question"));
        var outcome = acts.perform(actor, askOpinion, command);
        return desk.answer(actor, task, fields, outcome, "已请对方提出意见，答复后您再签署。", field(outcome, "question", "askTo"));
    }

    @PostMapping("/tasks/{task}/opinion")
    @Allow(act = GiveOpinion.class)
    ResponseEntity<Page> give(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, giveOpinion, new GiveOpinion.Command(id, task, text(fields, "opinion")));
        return desk.answer(actor, task, fields, outcome, "意见已答复。", "opinion");
    }

    @PostMapping("/tasks/{task}/dropping")
    @Allow(act = DropOpinion.class)
    ResponseEntity<Page> drop(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, dropOpinion, new DropOpinion.Command(id, task));
        return desk.answer(actor, task, fields, outcome, "已减签。", "");
    }

    @PostMapping("/tasks/{task}/pause")
    @Allow(act = PauseCase.class)
    ResponseEntity<Page> pause(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, pause, new PauseCase.Command(id, task, text(fields, "pauseReason")));
        return desk.answer(actor, task, fields, outcome, "已进入特别程序，计时中止。", "pauseReason");
    }

    @PostMapping("/tasks/{task}/resumption")
    @Allow(act = ResumeCase.class)
    ResponseEntity<Page> resume(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, resume, new ResumeCase.Command(id, task, text(fields, "outcome")));
        return desk.answer(actor, task, fields, outcome, "已恢复计时。", "outcome");
    }

    @PostMapping("/tasks/{task}/recall")
    @Allow(act = RecallAnswer.class)
    ResponseEntity<Page> recall(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, recall, new RecallAnswer.Command(id, task, text(fields, "recallReason")));
        return desk.answer(actor, task, fields, outcome, "意见已撤回，请重新办理。", "recallReason");
    }

    @PostMapping("/tasks/{task}/examination")
    @Allow(act = ExamineObjection.class)
    ResponseEntity<Page> examine(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var ruling = ruling(text(fields, "ruling"));
        if (ruling == null) {
            return Answer.invalid(desk.page(actor, task, fields, FieldErrors.of("ruling", "请选择异议成立还是不成立")));
        }
        var command = new ExamineObjection.Command(id, task, ruling, text(fields, "answer"));
        var outcome = acts.perform(actor, examine, command);
        return desk.answer(actor, task, fields, outcome, "异议已答复：" + ruling.zh() + "。请把答复书交给提异议的人。", "");
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
    ResponseEntity<Page> complaint(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, complaint, new AnswerComplaint.Command(id, task, text(fields, "answer")));
        return desk.answer(actor, task, fields, outcome, "回访和整改已登记。", "answer");
    }

    /** Acts call what is missing {@code reason}, {@code question} or {@code to}; two forms of a page may not. */
    private static String field(org.rongyi.platform.approval.TaskOutcome outcome, String text, String to) {
        return outcome instanceof org.rongyi.platform.approval.TaskOutcome.Missing(var name, var why)
                        && name.equals("to")
                ? to
                : text;
    }
}
