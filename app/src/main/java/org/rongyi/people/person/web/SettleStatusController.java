package org.rongyi.people.person.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
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

/** 核实状态: what a visit heard is checked, and settled. */
@Controller
class SettleStatusController {

    private static final int LONGEST_GROUND = 200;

    private final Acts acts;
    private final SettleStatus settleStatus;
    private final PersonFile file;
    private final People people;
    private final Villages villages;
    private final Transactions transactions;
    private final Clock clock;

    SettleStatusController(
            Acts acts,
            SettleStatus settleStatus,
            PersonFile file,
            People people,
            Villages villages,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.settleStatus = settleStatus;
        this.file = file;
        this.people = people;
        this.villages = villages;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was typed. */
    record Form(
            @Nullable Integer version,
            @Nullable String status,
            @Nullable String on,
            @Nullable String ground) {

        String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        @Nullable
        PersonStatus chosen() {
            return Arrays.stream(PersonStatus.values())
                    .filter(one -> one.name().equals(text(status)))
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        LocalDate day() {
            try {
                return LocalDate.parse(text(on));
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    private record About(PersonFile.View person, DivisionCode responsible) {}

    @GetMapping("/persons/{person}/status")
    @Allow(act = SettleStatus.class)
    Page form(
            Actor.Office actor, @PathVariable UUID person, @RequestParam(name = "as", defaultValue = "") String heard) {
        return page(actor, require(actor, person), new Form(null, heard, "", ""), FieldErrors.none());
    }

    @PostMapping("/persons/{person}/status")
    @Allow(act = SettleStatus.class)
    ResponseEntity<Page> settle(Actor.Office actor, CommandId id, @PathVariable UUID person, Form form) {
        var about = require(actor, person);
        var errors = FieldErrors.none();
        var chosen = form.chosen();
        errors.require(chosen != null, "status", "请选择核实结果");
        boolean needsDay = chosen != null && chosen != PersonStatus.ACTIVE;
        errors.require(!needsDay || form.day() != null, "on", "请填写去世或迁出的日期");
        var ground = form.text(form.ground());
        errors.require(!ground.isEmpty(), "ground", "请写明怎么核实的");
        errors.require(ground.length() <= LONGEST_GROUND, "ground", "依据请在 " + LONGEST_GROUND + " 字以内写明");
        if (chosen == null || !errors.isEmpty()) {
            return Answer.invalid(page(actor, about, form, errors));
        }
        int version = form.version() == null ? -1 : form.version();
        var command = new SettleStatus.Command(id, person, version, chosen, needsDay ? form.day() : null, ground);
        return switch (acts.perform(actor, settleStatus, command)) {
            case SettleStatus.Outcome.Settled(var done) ->
                Answer.seeOther("/persons/" + done, Flash.success(said(chosen)));
            case SettleStatus.Outcome.NotFound() -> Answer.notFound();
            case SettleStatus.Outcome.Stale() -> CorrectPersonController.stale(person);
            case SettleStatus.Outcome.LooksSecret(var found) ->
                objected(actor, about, form, found.field(), found.why());
            case SettleStatus.Outcome.NoGround() -> objected(actor, about, form, "ground", "请写明怎么核实的");
            case SettleStatus.Outcome.WrongDay() -> objected(actor, about, form, "on", "日期不能晚于今天，也不能早于出生那一年");
            case SettleStatus.Outcome.NotResponsible ignored ->
                Answer.conflict(page(actor, about, form, FieldErrors.none()));
        };
    }

    private static String said(PersonStatus chosen) {
        return switch (chosen) {
            case ACTIVE -> "已记为在册，照旧列入联系名单。";
            case DECEASED -> "已登记为已故，退出联系名单，档案仍在名册里。";
            case MOVED_OUT -> "已登记为迁出，退出联系名单，档案仍在名册里。";
        };
    }

    private ResponseEntity<Page> objected(Actor.Office actor, About about, Form form, String field, String reason) {
        return Answer.invalid(page(actor, about, form, FieldErrors.of(field, reason)));
    }

    private SettleStatusPage page(Actor.Office actor, About about, Form form, FieldErrors errors) {
        boolean own = actor.scope().contains(about.responsible());
        return new SettleStatusPage(
                about.person(),
                form.text(form.status()),
                form.text(form.on()),
                form.text(form.ground()),
                LocalDate.now(clock),
                own ? null : villages.fullName(about.responsible()),
                errors);
    }

    private About require(Actor.Office actor, UUID person) {
        return transactions
                .read(
                        actor,
                        () -> file.find(person)
                                .map(view -> new About(view, People.responsible(people.placesOf(person)))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
