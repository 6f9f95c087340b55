package org.rongyi.platform.division.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.change.AnswerQuestion;
import org.rongyi.platform.division.change.RemovalQuestion;
import org.rongyi.platform.division.change.RemovalQuestions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 待认定区划: the list, one question, its answer. */
@Controller
class QuestionController {

    private static final int ROWS = 50;

    private final Acts acts;
    private final AnswerQuestion act;
    private final RemovalQuestions questions;
    private final Divisions divisions;

    QuestionController(Acts acts, AnswerQuestion act, RemovalQuestions questions, Divisions divisions) {
        this.acts = acts;
        this.act = act;
        this.questions = questions;
        this.divisions = divisions;
    }

    @GetMapping("/division-questions")
    @Allow(act = AnswerQuestion.class)
    ResponseEntity<Page> list(@RequestParam(defaultValue = "0") long after) {
        var rows = questions.listOpen(after, ROWS).stream()
                .map(q -> new QuestionListPage.Row(q, divisions.fullName(q.code()), suggestion(q)))
                .toList();
        var next = rows.size() < ROWS ? null : rows.getLast().question().code();
        return Answer.show(new QuestionListPage(rows, questions.countOpen(), next));
    }

    @GetMapping("/division-questions/{code}")
    @Allow(act = AnswerQuestion.class)
    ResponseEntity<Page> show(@PathVariable String code) {
        return DivisionCode.parse(code)
                .flatMap(questions::findOpen)
                .map(q -> Answer.show(page(q, new AnswerForm(null, null, null), FieldErrors.none())))
                .orElseGet(Answer::notFound);
    }

    @PostMapping("/division-questions/{code}")
    @Allow(act = AnswerQuestion.class)
    ResponseEntity<Page> answer(
            Actor actor, CommandId command, @PathVariable String code, @ModelAttribute AnswerForm form) {
        return DivisionCode.parse(code)
                .map(c -> answer(actor, command, c, form))
                .orElseGet(Answer::notFound);
    }

    private ResponseEntity<Page> answer(Actor actor, CommandId id, DivisionCode code, AnswerForm form) {
        var errors = FieldErrors.none().requireText(form.answer(), "answer", "请选择有没有承接单位");
        boolean named = "successor".equals(form.answer());
        var successor = DivisionCode.parse(Objects.requireNonNullElse(form.successor(), ""));
        errors.require(!named || successor.isPresent(), "successor", "请填写承接单位的 12 位代码");
        errors.requireText(form.reason(), "reason", "请填写认定依据");
        if (!errors.isEmpty()) {
            return again(code, form, errors);
        }
        var reason = Objects.requireNonNullElse(form.reason(), "");
        var command = new AnswerQuestion.Command(id, code, named ? successor.orElseThrow() : null, reason);
        return switch (acts.perform(actor, act, command)) {
            case AnswerQuestion.Outcome.Answered ignored ->
                Answer.seeOther("/division-questions", Flash.success("已认定，记录将逐批转入"));
            case AnswerQuestion.Outcome.NotOpen ignored -> Answer.conflict(MessagePage.of(409));
            case AnswerQuestion.Outcome.Impossible(var why) -> again(code, form, FieldErrors.of("successor", why));
        };
    }

    private ResponseEntity<Page> again(DivisionCode code, AnswerForm form, FieldErrors errors) {
        return questions
                .findOpen(code)
                .map(q -> Answer.invalid(page(q, form, errors)))
                .orElseGet(() -> Answer.conflict(MessagePage.of(409)));
    }

    private QuestionPage page(RemovalQuestion question, AnswerForm form, FieldErrors errors) {
        return new QuestionPage(question, divisions.fullName(question.code()), suggestion(question), form, errors);
    }

    private @Nullable String suggestion(RemovalQuestion question) {
        var code = question.suggestion();
        return code == null ? null : divisions.fullName(code);
    }
}
