package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.ClaimPerson;
import org.rongyi.people.person.NumberAnswers;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** 申请接收: asks for somebody whose file is elsewhere, by his number. */
@Controller
class ClaimPersonController {

    private static final int LONGEST_NAME = 50;

    private final Acts acts;
    private final ClaimPerson claimPerson;
    private final VillageSearch search;
    private final NumberAnswers answers;

    ClaimPersonController(Acts acts, ClaimPerson claimPerson, VillageSearch search, NumberAnswers answers) {
        this.answers = answers;
        this.acts = acts;
        this.claimPerson = claimPerson;
        this.search = search;
    }

    /** Who it is about, as it was typed. */
    record Claimed(@Nullable String name, @Nullable String citizenId) {

        String typedName() {
            return name == null ? "" : name.strip();
        }

        String typedNumber() {
            return citizenId == null ? "" : citizenId.strip();
        }

        @Nullable
        CitizenId number(FieldErrors errors) {
            errors.require(!typedName().isEmpty() && typedName().length() <= LONGEST_NAME, "name", "请填写姓名，不超过 50 个字");
            var canonical = CitizenId.canonical(typedNumber());
            if (canonical.isEmpty()) {
                errors.add("citizenId", "请填写身份证号");
            } else if (CitizenId.check(canonical) instanceof CitizenId.Invalid(var reason)) {
                errors.add("citizenId", reason);
            }
            return errors.find("citizenId") == null ? new CitizenId(canonical) : null;
        }
    }

    @GetMapping("/handovers/new")
    @Allow(act = ClaimPerson.class)
    Page form(Actor.Office actor) {
        var village = actor.level() == Level.VILLAGE ? actor.unitCode().toString() : "";
        return new ClaimPersonPage("", "", NewPlaceForm.BLANK.at(village), List.of(), null, FieldErrors.none());
    }

    @PostMapping("/handovers")
    @Allow(act = ClaimPerson.class)
    ResponseEntity<Page> claim(Actor.Office actor, CommandId id, Claimed who, NewPlaceForm form) {
        var errors = FieldErrors.none();
        var offered = new ArrayList<Option>();
        var number = who.number(errors);
        var to = form.village(actor, search, errors, offered);
        var kind = form.placeKind();
        errors.require(kind.isPresent(), "kind", "请选择这里是他的什么地");
        form.check(errors);
        if (number == null || to.isEmpty() || kind.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(page(who, form, offered, null, errors));
        }
        var command = new ClaimPerson.Command(
                id, who.typedName(), number, form.spot(to.get()), kind.get(), form.value(form.reason()));
        if (!answers.mayTell(actor)) {
            return Answer.invalid(
                    page(who, form, offered, null, FieldErrors.of("citizenId", "今天凭号码申请的太多，请明天再办，急办的请联系上级")));
        }
        return switch (acts.perform(actor, claimPerson, command)) {
            case ClaimPerson.Outcome.Asked(var handover) ->
                Answer.seeOther("/handovers/" + handover, Flash.success("已提出申请，等现在负责联系的一地答复。"));
            case ClaimPerson.Outcome.LooksSecret(var found) -> objected(who, form, found.field(), found.why());
            case ClaimPerson.Outcome.NoReason() -> objected(who, form, "reason", "请写明为什么由本地接收");
            case ClaimPerson.Outcome.UnknownDivision() -> objected(who, form, "to", "今天没有这个村（社区），可能已撤并或改码");
            case ClaimPerson.Outcome.WrongKind() -> objected(who, form, "kind", "依托单位站只能是“依托单位站”，村（社区）只能是户籍地或常住地");
            case ClaimPerson.Outcome.NotYourTerritory() -> objected(who, form, "to", "只能接收到本单位服务范围内的村（社区）");
            case ClaimPerson.Outcome.Unknown() -> objected(who, form, "citizenId", "这个号码还没有档案，请直接建档");
            case ClaimPerson.Outcome.AlreadyOpen() -> objected(who, form, "citizenId", "此人已有一份移交等待答复，请等它有结果");
            case ClaimPerson.Outcome.AlreadyHere(var person) ->
                Answer.conflict(page(who, form, List.of(), "/persons/" + person, FieldErrors.none()));
        };
    }

    private static ResponseEntity<Page> objected(Claimed who, NewPlaceForm form, String field, String reason) {
        return Answer.invalid(page(who, form, List.of(), null, FieldErrors.of(field, reason)));
    }

    private static ClaimPersonPage page(
            Claimed who, NewPlaceForm form, List<Option> offered, @Nullable String here, FieldErrors errors) {
        return new ClaimPersonPage(who.typedName(), who.typedNumber(), form, offered, here, errors);
    }
}
