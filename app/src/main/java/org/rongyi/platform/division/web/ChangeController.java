package org.rongyi.platform.division.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.change.ChangeDivision;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 录入区划变更: the form, a look at all that follows, and the act. */
@Controller
class ChangeController {

    private final Acts acts;
    private final ChangeDivision act;
    private final Divisions divisions;

    ChangeController(Acts acts, ChangeDivision act, Divisions divisions) {
        this.acts = acts;
        this.act = act;
        this.divisions = divisions;
    }

    /** Filled in already when one comes back from the check. */
    @GetMapping("/divisions/{code}/change")
    @Allow(act = ChangeDivision.class)
    ResponseEntity<Page> form(@PathVariable String code, @ModelAttribute ChangeForm form) {
        return find(code)
                .map(unit -> Answer.show(page(unit, form, FieldErrors.none())))
                .orElseGet(Answer::notFound);
    }

    @PostMapping("/divisions/{code}/change/check")
    @Allow(act = ChangeDivision.class)
    ResponseEntity<Page> check(@PathVariable String code, @ModelAttribute ChangeForm form) {
        return find(code).map(unit -> check(unit, form)).orElseGet(Answer::notFound);
    }

    private ResponseEntity<Page> check(Division unit, ChangeForm form) {
        var errors = FieldErrors.none();
        var day = form.day(errors);
        var change = form.change(unit.code(), errors);
        if (change.isEmpty()) {
            return Answer.invalid(page(unit, form, errors));
        }
        var preview = act.preview(change.get(), day, form.text(form.source()));
        if (!preview.refusals().isEmpty()) {
            return refused(unit, form, preview.refusals());
        }
        return Answer.show(new ChangeCheckPage(unit, form, preview.lines()));
    }

    @PostMapping("/divisions/{code}/change")
    @Allow(act = ChangeDivision.class)
    ResponseEntity<Page> change(
            Actor actor, CommandId command, @PathVariable String code, @ModelAttribute ChangeForm form) {
        return find(code).map(unit -> change(actor, command, unit, form)).orElseGet(Answer::notFound);
    }

    private ResponseEntity<Page> change(Actor actor, CommandId id, Division unit, ChangeForm form) {
        var errors = FieldErrors.none();
        var day = form.day(errors);
        var change = form.change(unit.code(), errors);
        if (change.isEmpty()) {
            return Answer.invalid(page(unit, form, errors));
        }
        var command = new ChangeDivision.Command(id, change.get(), day, form.text(form.source()));
        return switch (acts.perform(actor, act, command)) {
            case ChangeDivision.Outcome.Changed done ->
                Answer.seeOther("/divisions/" + unit.code(), Flash.success("已录入，共涉及 " + done.units() + " 个代码"));
            case ChangeDivision.Outcome.Impossible(var reasons) -> refused(unit, form, reasons);
        };
    }

    private ResponseEntity<Page> refused(Division unit, ChangeForm form, List<String> reasons) {
        return Answer.invalid(page(unit, form, FieldErrors.of("kind", String.join("；", reasons))));
    }

    private ChangePage page(Division unit, ChangeForm form, FieldErrors errors) {
        return new ChangePage(unit, form, errors, divisions.children(unit.code(), divisions.today()));
    }

    private Optional<Division> find(String code) {
        return DivisionCode.parse(code).flatMap(divisions::findEver);
    }
}
