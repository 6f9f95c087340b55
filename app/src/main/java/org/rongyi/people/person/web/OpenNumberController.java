package org.rongyi.people.person.web;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 查看号码: asks what for, then shows it. Whoever is about to call is asked nothing. */
@Controller
class OpenNumberController {

    private static final int LONGEST = 100;

    private final Acts acts;
    private final OpenNumber openNumber;
    private final PersonFile file;
    private final Transactions transactions;

    OpenNumberController(Acts acts, OpenNumber openNumber, PersonFile file, Transactions transactions) {
        this.acts = acts;
        this.openNumber = openNumber;
        this.file = file;
        this.transactions = transactions;
    }

    /** What was typed. */
    record Form(
            @Nullable String which,
            @Nullable String purpose,
            @Nullable String note) {

        OpenNumber.@Nullable Which number() {
            return Arrays.stream(OpenNumber.Which.values())
                    .filter(one -> one.name().equals(which))
                    .findFirst()
                    .orElse(null);
        }

        OpenNumber.@Nullable Purpose why() {
            return Arrays.stream(OpenNumber.Purpose.values())
                    .filter(one -> one.name().equals(purpose))
                    .findFirst()
                    .orElse(null);
        }

        String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping("/persons/{person}/number")
    @Allow(act = OpenNumber.class)
    Page form(
            Actor.Office actor,
            @PathVariable UUID person,
            @RequestParam(name = "which", defaultValue = "") String which) {
        return page(require(actor, person), new Form(which, "", ""), FieldErrors.none());
    }

    @PostMapping("/persons/{person}/number")
    @Allow(act = OpenNumber.class)
    ResponseEntity<Page> open(Actor.Office actor, CommandId id, @PathVariable UUID person, Form form) {
        var view = require(actor, person);
        var errors = FieldErrors.none();
        var which = form.number();
        var purpose = form.why();
        var note = form.text(form.note());
        errors.require(which != null, "which", "请选择看哪个号码");
        errors.require(purpose != null, "purpose", "请选择做什么用");
        errors.require(note.length() <= LONGEST, "note", "说明请在 " + LONGEST + " 字以内");
        if (which == null || purpose == null || !errors.isEmpty()) {
            return Answer.invalid(page(view, form, errors));
        }
        var command = new OpenNumber.Command(id, person, which, purpose, note);
        return switch (acts.perform(actor, openNumber, command)) {
            case OpenNumber.Outcome.Opened ignored -> shown(actor, view, command);
            case OpenNumber.Outcome.NotFound() -> Answer.notFound();
            case OpenNumber.Outcome.NoPhone() -> noPhone(person);
            case OpenNumber.Outcome.LooksSecret(var why) ->
                Answer.invalid(page(view, form, FieldErrors.of("note", why)));
            case OpenNumber.Outcome.NoPurpose() ->
                Answer.invalid(page(view, form, FieldErrors.of("note", "选“其他”的，请写明做什么用")));
        };
    }

    /** 打电话: to call him is the purpose, and is asked no further. */
    @PostMapping("/persons/{person}/call")
    @Allow(act = OpenNumber.class)
    ResponseEntity<Page> call(Actor.Office actor, CommandId id, @PathVariable UUID person) {
        var view = require(actor, person);
        var command = new OpenNumber.Command(id, person, OpenNumber.Which.PHONE, OpenNumber.Purpose.CALL, "");
        return switch (acts.perform(actor, openNumber, command)) {
            case OpenNumber.Outcome.Opened ignored -> shown(actor, view, command);
            case OpenNumber.Outcome.NotFound() -> Answer.notFound();
            case OpenNumber.Outcome.NoPhone(), OpenNumber.Outcome.NoPurpose(), OpenNumber.Outcome.LooksSecret _ ->
                noPhone(person);
        };
    }

    private ResponseEntity<Page> shown(Actor.Office actor, PersonFile.View view, OpenNumber.Command command) {
        return transactions
                .read(actor, () -> file.openNumber(view.id(), command.which()))
                .map(number -> Answer.show(
                        new NumberPage(view, command.which(), command.purpose().zh(), number)))
                .orElseGet(Answer::notFound);
    }

    private static ResponseEntity<Page> noPhone(UUID person) {
        return Answer.seeOther("/persons/" + person, Flash.info("没有登记电话，可在“更正档案”里补上"));
    }

    private static OpenNumberPage page(PersonFile.View person, Form form, FieldErrors errors) {
        return new OpenNumberPage(
                person, form.text(form.which()), form.text(form.purpose()), form.text(form.note()), errors);
    }

    private PersonFile.View require(Actor.Office actor, UUID person) {
        return transactions
                .read(actor, () -> file.find(person))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
