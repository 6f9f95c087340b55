package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.AskHandover;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
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
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 提出移交, from a person's page. */
@Controller
class AskHandoverController {

    private final Acts acts;
    private final AskHandover askHandover;
    private final PersonFile file;
    private final People people;
    private final Villages villages;
    private final VillageSearch search;
    private final Transactions transactions;

    AskHandoverController(
            Acts acts,
            AskHandover askHandover,
            PersonFile file,
            People people,
            Villages villages,
            VillageSearch search,
            Transactions transactions) {
        this.acts = acts;
        this.askHandover = askHandover;
        this.file = file;
        this.people = people;
        this.villages = villages;
        this.search = search;
        this.transactions = transactions;
    }

    /** The person and where he is; read once for a request. */
    private record About(PersonFile.View person, List<People.Whereabouts> places) {

        DivisionCode responsible() {
            return People.responsible(places);
        }
    }

    @GetMapping("/persons/{person}/handover")
    @Allow(act = AskHandover.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        var about = require(actor, person);
        var places = others(actor, about);
        var chosen =
                places.isEmpty() ? AskHandoverPage.ELSEWHERE : places.getFirst().value();
        return page(actor, about, chosen, NewPlaceForm.BLANK, List.of(), FieldErrors.none());
    }

    @PostMapping("/persons/{person}/handover")
    @Allow(act = AskHandover.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String place,
            NewPlaceForm form) {
        var about = require(actor, person);
        var errors = FieldErrors.none();
        var offered = new ArrayList<Option>();
        boolean elsewhere = place.equals(AskHandoverPage.ELSEWHERE);
        var to = elsewhere ? form.village(actor, search, errors, offered) : DivisionCode.parse(place);
        errors.require(elsewhere || to.isPresent(), "place", "请选择移交到哪里");
        errors.require(!elsewhere || form.placeKind().isPresent(), "kind", "请选择那里是他的什么地");
        form.check(errors);
        if (to.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(page(actor, about, place, form, offered, errors));
        }
        var command = new AskHandover.Command(
                id,
                person,
                form.spot(to.get()),
                elsewhere ? form.placeKind().orElse(null) : null,
                form.value(form.reason()));
        var outcome = acts.perform(actor, askHandover, command);
        if (outcome instanceof AskHandover.Outcome.Asked(var handover)) {
            return Answer.seeOther("/handovers/" + handover, Flash.success("已提出移交，等对方答复。"));
        }
        if (outcome instanceof AskHandover.Outcome.NotFound) {
            return Answer.notFound();
        }
        return Answer.invalid(page(actor, about, place, form, offered, objection(outcome, elsewhere)));
    }

    private FieldErrors objection(AskHandover.Outcome outcome, boolean elsewhere) {
        var field = elsewhere ? "to" : "place";
        return switch (outcome) {
            case AskHandover.Outcome.LooksSecret(var found) -> FieldErrors.of(found.field(), found.why());
            case AskHandover.Outcome.NoReason() -> FieldErrors.of("reason", "请写明为什么移交");
            case AskHandover.Outcome.UnknownDivision() -> FieldErrors.of(field, "今天没有这个村（社区），可能已撤并或改码");
            case AskHandover.Outcome.SamePlace() -> FieldErrors.of(field, "本来就由这里负责联系");
            case AskHandover.Outcome.WrongKind() -> FieldErrors.of("kind", "依托单位站只能是“依托单位站”，村（社区）只能是户籍地或常住地");
            case AskHandover.Outcome.NotActive() -> FieldErrors.of(field, "此人的档案已登记为已故或迁出，不能移交");
            case AskHandover.Outcome.NotYours(var code) ->
                FieldErrors.of(field, "只能由负责联系的一地或接收的一地提出；现由" + villages.fullName(code) + "负责");
            case AskHandover.Outcome.AlreadyOpen() -> FieldErrors.of("reason", "此人已有一份移交等待答复，先撤回或等它有结果");
            case AskHandover.Outcome.Asked ignored -> throw new IllegalStateException("answered before");
            case AskHandover.Outcome.NotFound ignored -> throw new IllegalStateException("answered before");
        };
    }

    private AskHandoverPage page(
            Actor.Office actor,
            About about,
            String place,
            NewPlaceForm form,
            List<Option> offered,
            FieldErrors errors) {
        return new AskHandoverPage(
                about.person(),
                villages.fullName(about.responsible()),
                others(actor, about),
                place,
                form,
                offered,
                actor.scope().contains(about.responsible()),
                errors);
    }

    /** The side that answers may hand over to any other place of his; the other asks for a place of its own. */
    private List<Option> others(Actor.Office actor, About about) {
        boolean answering = actor.scope().contains(about.responsible());
        return about.places().stream()
                .filter(place -> !place.responsible())
                .filter(place -> answering || actor.scope().contains(place.code()))
                .map(place ->
                        Option.of(place.code().toString(), place.kind().zh() + "：" + villages.fullName(place.code())))
                .toList();
    }

    private About require(Actor.Office actor, UUID person) {
        return transactions
                .read(actor, () -> file.find(person).map(view -> new About(view, people.placesOf(person))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
