package org.rongyi.people.person.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.CorrectPerson;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 更正档案. */
@Controller
class CorrectPersonController {

    private final Acts acts;
    private final CorrectPerson correctPerson;
    private final PersonFile file;
    private final People people;
    private final Villages villages;
    private final Transactions transactions;

    CorrectPersonController(
            Acts acts,
            CorrectPerson correctPerson,
            PersonFile file,
            People people,
            Villages villages,
            Transactions transactions) {
        this.acts = acts;
        this.correctPerson = correctPerson;
        this.file = file;
        this.people = people;
        this.villages = villages;
        this.transactions = transactions;
    }

    /** The file as it stands; read once for a request. */
    private record About(
            PersonFile.View person, List<Place> places, List<PersonFile.View> household, List<PersonFile.Mate> mates) {}

    @GetMapping("/persons/{person}/correction")
    @Allow(act = CorrectPerson.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        var about = require(actor, person);
        return page(about, CorrectPersonForm.of(about.person(), about.places()), null, FieldErrors.none());
    }

    @PostMapping("/persons/{person}/correction")
    @Allow(act = CorrectPerson.class)
    ResponseEntity<Page> correct(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var about = require(actor, person);
        var form = new CorrectPersonForm(fields);
        var errors = FieldErrors.none();
        var with = form.home() == CorrectPerson.Home.WITH ? housemate(actor, about, form, errors) : null;
        var content = form.content(about.places(), with, !about.mates().isEmpty(), errors);
        if (content.isEmpty()) {
            return Answer.invalid(page(about, form, null, errors));
        }
        var command = new CorrectPerson.Command(id, person, form.version(), content.get(), form.value("reason"));
        return switch (acts.perform(actor, correctPerson, command)) {
            case CorrectPerson.Outcome.Corrected(var done) ->
                Answer.seeOther("/persons/" + done, Flash.success("已更正，原来的样子和理由留在档案里。"));
            case CorrectPerson.Outcome.NotFound() -> Answer.notFound();
            case CorrectPerson.Outcome.Stale() -> stale(person);
            case CorrectPerson.Outcome.LooksSecret(var found) -> objected(about, form, found.field(), found.why());
            case CorrectPerson.Outcome.NoReason() -> objected(about, form, "reason", "请写明为什么更正");
            case CorrectPerson.Outcome.NothingChanged() -> objected(about, form, "name", "没有改动，不用保存");
            case CorrectPerson.Outcome.NumberTaken() -> objected(about, form, "citizenId", "这个号码刚刚在别处建档，请核对");
            case CorrectPerson.Outcome.UnknownHousemate() -> objected(about, form, "with", "没有找到这个人，或他不由同一个村（社区）负责联系");
            case CorrectPerson.Outcome.NotResponsible() -> objected(about, form, "home", "同户由负责联系的一地更正");
            case CorrectPerson.Outcome.NumberHere(var other) ->
                known(about, form, new RegisterPersonPage.Known("本单位服务范围内", "/persons/" + other));
            case CorrectPerson.Outcome.NumberElsewhere(var code) ->
                known(about, form, new RegisterPersonPage.Known(villages.fullName(code), null));
        };
    }

    /** Somebody else of the village that answers for him, by name or number. */
    private @Nullable UUID housemate(Actor.Office actor, About about, CorrectPersonForm form, FieldErrors errors) {
        var text = form.value("with");
        var village = about.places().stream().filter(Place::responsible).findFirst();
        if (text.isEmpty() || village.isEmpty()) {
            errors.add("with", "请填写同户的人");
            return null;
        }
        var number = CitizenId.canonical(text);
        if (CitizenId.check(number) instanceof CitizenId.Valid) {
            var found = transactions.read(actor, () -> people.findByNumber(number));
            errors.require(found.isPresent(), "with", "本单位服务范围内没有这个号码的档案");
            return found.orElse(null);
        }
        var found = transactions.read(actor, () -> file.namesakes(village.get().code(), text)).stream()
                .filter(one -> !one.equals(about.person().id()))
                .toList();
        errors.require(!found.isEmpty(), "with", "同一个村（社区）里没有叫这个名字的人");
        errors.require(found.size() <= 1, "with", "同一个村（社区）里有几个人叫这个名字，请填身份证号");
        return found.size() == 1 ? found.getFirst() : null;
    }

    private CorrectPersonPage page(
            About about, CorrectPersonForm form, RegisterPersonPage.@Nullable Known known, FieldErrors errors) {
        Map<PlaceKind, String> names =
                about.places().stream().collect(Collectors.toMap(Place::kind, p -> villages.fullName(p.code())));
        var mates = about.mates().stream().map(PersonFile.Mate::name).toList();
        return new CorrectPersonPage(
                about.person(), about.places(), names, about.household(), mates, form, known, errors);
    }

    private ResponseEntity<Page> objected(About about, CorrectPersonForm form, String field, String reason) {
        return Answer.invalid(page(about, form, null, FieldErrors.of(field, reason)));
    }

    private ResponseEntity<Page> known(About about, CorrectPersonForm form, RegisterPersonPage.Known known) {
        return Answer.conflict(page(about, form, known, FieldErrors.none()));
    }

    static ResponseEntity<Page> stale(UUID person) {
        return Answer.conflict(new MessagePage(409, "档案刚被别人改过", "在您填写期间，这份档案已经有了新的内容，没有保存。", "请重新打开档案，看过新内容后再改。")
                .leadingTo("打开档案", "/persons/" + person));
    }

    private About require(Actor.Office actor, UUID person) {
        return transactions
                .read(
                        actor,
                        () -> file.find(person)
                                .map(view -> new About(
                                        view,
                                        file.places(person),
                                        file.household(view.household()),
                                        file.sharing(person))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
