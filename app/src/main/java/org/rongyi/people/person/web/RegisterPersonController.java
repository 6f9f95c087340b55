package org.rongyi.people.person.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.NumberAnswers;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.people.person.Telling;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Interval;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 建档. */
@Controller
class RegisterPersonController {

    private final Acts acts;
    private final RegisterPerson registerPerson;
    private final Divisions divisions;
    private final Villages villages;
    private final Telling telling;
    private final NumberAnswers answers;

    RegisterPersonController(
            Acts acts,
            RegisterPerson registerPerson,
            Divisions divisions,
            Villages villages,
            Telling telling,
            NumberAnswers answers) {
        this.villages = villages;
        this.answers = answers;
        this.telling = telling;
        this.acts = acts;
        this.registerPerson = registerPerson;
        this.divisions = divisions;
    }

    @GetMapping("/persons/new")
    @Allow(act = RegisterPerson.class)
    Page form(Actor.Office actor, @RequestParam(required = false) @Nullable String household) {
        boolean own = actor.level() == Level.VILLAGE && !villages.isOpenSeat(actor.unitCode());
        var village = own ? actor.unitCode().toString() : "";
        return page(actor, RegisterPersonForm.blank(village, household), null, FieldErrors.none());
    }

    @PostMapping("/persons")
    @Allow(act = RegisterPerson.class)
    ResponseEntity<?> register(Actor.Office actor, CommandId id, RegisterPersonForm form) {
        var errors = FieldErrors.none();
        var command = form.command(id, errors);
        if (command.isEmpty()) {
            return refuse(actor, form, null, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (acts.perform(actor, registerPerson, command.get())) {
            case RegisterPerson.Outcome.Registered(var person) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/persons/" + person))
                        .build();
            case RegisterPerson.Outcome.UnknownDivision(var code) ->
                objected(actor, form, field(form, code), "今天没有这个村（社区），可能已撤并或改码；依托单位的站不是村（社区）");
            case RegisterPerson.Outcome.LooksSecret(var found) -> objected(actor, form, found.field(), found.why());
            case RegisterPerson.Outcome.NotYourTerritory() ->
                objected(actor, form, "hukou", "户籍地和常住地都不在本单位服务范围，请由当地建档");
            case RegisterPerson.Outcome.UnknownHousehold() -> objected(actor, form, "name", "所选的户不存在，请从同户的人那里重新进入");
            case RegisterPerson.Outcome.AlreadyHere(var person) ->
                refuse(
                        actor,
                        form,
                        new RegisterPersonPage.Known("本单位服务范围内", "/persons/" + person),
                        FieldErrors.none(),
                        HttpStatus.CONFLICT);
            case RegisterPerson.Outcome.KnownElsewhere(var code) -> elsewhere(actor, form, code);
        };
    }

    private ResponseEntity<Page> elsewhere(Actor.Office actor, RegisterPersonForm form, DivisionCode code) {
        if (!answers.mayTell(actor)) {
            return refuse(
                    actor,
                    form,
                    null,
                    FieldErrors.of("citizenId", "没有建档：今天查到别处有档案的号码太多，请明天再办，急办的请联系上级"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var known = new RegisterPersonPage.Known(villages.fullName(code), null);
        return refuse(actor, form, known, FieldErrors.none(), HttpStatus.CONFLICT);
    }

    private ResponseEntity<Page> objected(Actor.Office actor, RegisterPersonForm form, String field, String reason) {
        return refuse(actor, form, null, FieldErrors.of(field, reason), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ResponseEntity<Page> refuse(
            Actor.Office actor,
            RegisterPersonForm form,
            RegisterPersonPage.@Nullable Known known,
            FieldErrors errors,
            HttpStatus status) {
        return ResponseEntity.status(status).body(page(actor, form, known, errors));
    }

    private Page page(
            Actor.Office actor, RegisterPersonForm form, RegisterPersonPage.@Nullable Known known, FieldErrors errors) {
        var seat = villages.isOpenSeat(actor.unitCode()) ? actor.unitCode() : null;
        return new RegisterPersonPage(form, villages(actor), seat, telling.current(), known, errors);
    }

    private static String field(RegisterPersonForm form, DivisionCode code) {
        return form.value(form.residence()).equals(code.toString()) ? "residence" : "hukou";
    }

    /** A village or a town chooses from its own villages; above that there are too many, and the code is typed. */
    private List<Option> villages(Actor.Office actor) {
        if (actor.level().isAbove(Level.TOWN)) {
            return List.of();
        }
        var options = new ArrayList<Option>();
        var today = divisions.today();
        for (var interval : actor.scope().intervals()) {
            for (var code : whole(interval)) {
                if (code.level() == Level.VILLAGE) {
                    divisions.find(code, today).ifPresent(d -> options.add(Option.of(code.toString(), d.name())));
                }
                divisions
                        .children(code, today)
                        .forEach(d -> options.add(Option.of(d.code().toString(), d.name())));
            }
        }
        return options;
    }

    /** The towns or villages an interval consists of. */
    private static List<DivisionCode> whole(Interval interval) {
        var codes = new ArrayList<DivisionCode>();
        long code = interval.low();
        while (code < interval.high()) {
            var next = new DivisionCode(code);
            boolean town = next.level() == Level.TOWN && next.end() <= interval.high();
            codes.add(next);
            code += town ? Level.TOWN.span() : Level.VILLAGE.span();
        }
        return codes;
    }
}
