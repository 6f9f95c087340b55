package org.rongyi.career.reception.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.rule.DischargeTerms;
import org.rongyi.career.reception.rule.PlacementRule;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 登记移交接收 of somebody who has a file. */
@Controller
class ReceiveController {

    private final Acts acts;
    private final ReceivePerson receive;
    private final PersonFile file;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    ReceiveController(
            Acts acts,
            ReceivePerson receive,
            PersonFile file,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.receive = receive;
        this.file = file;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/persons/{person}/reception")
    @Allow(act = ReceivePerson.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        return page(actor, person, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/persons/{person}/reception")
    @Allow(act = ReceivePerson.class)
    ResponseEntity<Page> receive(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var errors = FieldErrors.none();
        var command = new ReceiveForm(typed).command(id, person, errors);
        if (command.isEmpty()) {
            return Answer.invalid(page(actor, person, typed, errors));
        }
        return switch (acts.perform(actor, receive, command.get())) {
            case ReceivePerson.Outcome.Received(var reception) ->
                Answer.seeOther("/receptions/" + reception, Flash.success("已登记接收。"));
            case ReceivePerson.Outcome.NotFound() -> Answer.notFound();
            case ReceivePerson.Outcome.AlreadyReceived() ->
                invalid(actor, person, typed, "received", "已经登记过接收：还没有安置完，或者就是这一次退役；请在他的档案里打开那一条");
            case ReceivePerson.Outcome.Wanting(var field, var why) -> invalid(actor, person, typed, field, why);
            case ReceivePerson.Outcome.LooksSecret(var found) ->
                invalid(actor, person, typed, found.field(), found.why());
            case ReceivePerson.Outcome.AgainstRule(var points) -> {
                for (PlacementRule.Point point : points) {
                    errors.add(point.field(), point.words() + "（" + point.source() + "）");
                }
                yield Answer.invalid(page(actor, person, typed, errors));
            }
        };
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID person, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, person, typed, FieldErrors.of(field, why)));
    }

    private ReceivePage page(Actor.Office actor, UUID person, Typed typed, FieldErrors errors) {
        var view = transactions.read(
                actor,
                () -> file.applicant(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        var ranks = Arrays.stream(Rank.values())
                .map(rank -> Option.of(rank.name(), rank.zh()))
                .toList();
        var modes = new LinkedHashMap<String, Option>();
        for (var rank : Rank.values()) {
            entries(rank.modes()).forEach(option -> modes.putIfAbsent(option.value(), option));
        }
        return new ReceivePage(
                view.person(),
                ranks,
                List.copyOf(modes.values()),
                entries(DischargeTerms.GROUND),
                entries(DischargeTerms.BAR),
                entries(DischargeTerms.BASIS),
                divisions.today().toString(),
                typed,
                errors);
    }

    /** All of a list, whatever day: the rule tells which hold. */
    private List<Option> entries(String list) {
        return policy.findList(list).orElseThrow().entries().stream()
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
    }
}
