package org.rongyi.platform.approval.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.DeclineCase;
import org.rongyi.platform.approval.DeliverDecision;
import org.rongyi.platform.approval.LapseCase;
import org.rongyi.platform.approval.ReturnCase;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一件待办, and the acts that move its case on. */
@Controller
class TaskController {

    private final Acts acts;
    private final TaskDesk desk;
    private final AcceptCase accept;
    private final DeclineCase decline;
    private final AskSupplement supplement;
    private final LapseCase lapse;
    private final AnswerTask answer;
    private final ReturnCase giveBack;
    private final DeliverDecision deliver;

    TaskController(
            Acts acts,
            TaskDesk desk,
            AcceptCase accept,
            DeclineCase decline,
            AskSupplement supplement,
            LapseCase lapse,
            AnswerTask answer,
            ReturnCase giveBack,
            DeliverDecision deliver) {
        this.acts = acts;
        this.desk = desk;
        this.accept = accept;
        this.decline = decline;
        this.supplement = supplement;
        this.lapse = lapse;
        this.answer = answer;
        this.giveBack = giveBack;
        this.deliver = deliver;
    }

    @GetMapping("/tasks/{task}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page show(Actor.Office actor, @PathVariable UUID task) {
        return desk.page(actor, task, new LinkedMultiValueMap<>(), FieldErrors.none());
    }

    @PostMapping("/tasks/{task}/acceptance")
    @Allow(act = AcceptCase.class)
    ResponseEntity<Page> accept(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, accept, new AcceptCase.Command(id, task, text(fields, "opinion")));
        return desk.answer(actor, task, fields, outcome, "已受理。", "opinion");
    }

    @PostMapping("/tasks/{task}/refusal")
    @Allow(act = DeclineCase.class)
    ResponseEntity<Page> decline(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, decline, new DeclineCase.Command(id, task, text(fields, "declineReason")));
        return desk.answer(actor, task, fields, outcome, "已不予受理，请把书面决定送达申请人。", "declineReason");
    }

    @PostMapping("/tasks/{task}/supplement")
    @Allow(act = AskSupplement.class)
    ResponseEntity<Page> supplement(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, supplement, new AskSupplement.Command(id, task, text(fields, "what")));
        return desk.answer(actor, task, fields, outcome, "已通知补正，计时中止。", "what");
    }

    @PostMapping("/tasks/{task}/lapse")
    @Allow(act = LapseCase.class)
    ResponseEntity<Page> lapse(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, lapse, new LapseCase.Command(id, task, text(fields, "lapseReason")));
        return desk.answer(actor, task, fields, outcome, "已终止办理，请告知申请人。", "lapseReason");
    }

    @PostMapping("/tasks/{task}/answer")
    @Allow(act = AnswerTask.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var verdict = verdict(text(fields, "verdict"));
        if (verdict == null) {
            return Answer.invalid(desk.page(actor, task, fields, FieldErrors.of("verdict", "请选择同意或不同意")));
        }
        var meeting = fields.containsKey("present")
                ? new AnswerTask.Meeting(text(fields, "meetingOn"), text(fields, "present"))
                : null;
        var command = new AnswerTask.Command(id, task, verdict, text(fields, "opinion"), meeting);
        return desk.answer(
                actor, task, fields, acts.perform(actor, answer, command), "意见已签署：" + verdict.zh() + "。", "");
    }

    @PostMapping("/tasks/{task}/return")
    @Allow(act = ReturnCase.class)
    ResponseEntity<Page> giveBack(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var step = text(fields, "step");
        if (!step.matches("\\d{1,2}")) {
            return Answer.invalid(desk.page(actor, task, fields, FieldErrors.of("step", "请选择退回到哪一步")));
        }
        var command = new ReturnCase.Command(id, task, Integer.parseInt(step), text(fields, "returnReason"));
        return desk.answer(actor, task, fields, acts.perform(actor, giveBack, command), "已退回。", "returnReason");
    }

    @PostMapping("/tasks/{task}/delivery")
    @Allow(act = DeliverDecision.class)
    ResponseEntity<Page> deliver(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        var on = day(text(fields, "on"));
        if (on == null) {
            return Answer.invalid(desk.page(actor, task, fields, FieldErrors.of("on", "请填写哪天送达的")));
        }
        var command = new DeliverDecision.Command(id, task, text(fields, "way"), on, text(fields, "proof"));
        return desk.answer(actor, task, fields, acts.perform(actor, deliver, command), "已送达，办结。", "");
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
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
