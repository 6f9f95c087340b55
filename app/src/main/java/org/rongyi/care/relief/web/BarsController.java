package org.rongyi.care.relief.web;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.relief.Bars;
import org.rongyi.care.relief.RecordBar;
import org.rongyi.care.relief.WithdrawBar;
import org.rongyi.care.relief.rule.Barred;
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
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 不予援助的情形: recorded on a document, read by reviewers alone, withdrawn with a reason. */
@Controller
class BarsController {

    private static final String YEARS = "relief.hardship.bar.years";

    private final Acts acts;
    private final RecordBar record;
    private final WithdrawBar withdraw;
    private final Bars bars;
    private final PersonFile file;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    BarsController(
            Acts acts,
            RecordBar record,
            WithdrawBar withdraw,
            Bars bars,
            PersonFile file,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.record = record;
        this.withdraw = withdraw;
        this.bars = bars;
        this.file = file;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/persons/{person}/aid-bars")
    @Allow(act = RecordBar.class)
    Page show(Actor.Office actor, @PathVariable UUID person) {
        return page(actor, person, new LinkedMultiValueMap<>(), FieldErrors.none());
    }

    @PostMapping("/persons/{person}/aid-bars")
    @Allow(act = RecordBar.class)
    ResponseEntity<Page> record(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var on = new Typed(fields).day("on");
        if (on.isEmpty()) {
            return Answer.invalid(page(actor, person, fields, FieldErrors.of("on", "请填写文书的日期")));
        }
        var barred = new Barred(text(fields, "kind"), on.get(), text(fields, "document"), text(fields, "body"));
        return switch (acts.perform(actor, record, new RecordBar.Command(id, person, barred))) {
            case RecordBar.Outcome.Recorded ignored ->
                Answer.seeOther("/persons/" + person + "/aid-bars", Flash.success("已登记。"));
            case RecordBar.Outcome.NotFound() -> Answer.notFound();
            case RecordBar.Outcome.NoDocument(var field, var why) ->
                Answer.invalid(page(actor, person, fields, FieldErrors.of(field, why)));
            case RecordBar.Outcome.LooksSecret(var found) ->
                Answer.invalid(page(actor, person, fields, FieldErrors.of(found.field(), found.why())));
        };
    }

    @PostMapping("/persons/{person}/aid-bars/{bar}/withdrawal")
    @Allow(act = WithdrawBar.class)
    ResponseEntity<Page> withdraw(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @PathVariable UUID bar,
            @RequestParam MultiValueMap<String, String> fields) {
        boolean his = transactions.read(
                actor, () -> bars.of(person).stream().anyMatch(kept -> kept.id().equals(bar)));
        if (!his) {
            return Answer.notFound();
        }
        return switch (acts.perform(actor, withdraw, new WithdrawBar.Command(id, bar, text(fields, "why")))) {
            case WithdrawBar.Outcome.Withdrawn ignored ->
                Answer.seeOther("/persons/" + person + "/aid-bars", Flash.success("已撤销。"));
            case WithdrawBar.Outcome.NotFound() -> Answer.notFound();
            case WithdrawBar.Outcome.NoReason() ->
                Answer.invalid(page(actor, person, fields, FieldErrors.of("why", "请写明为什么撤销，不超过 200 字")));
            case WithdrawBar.Outcome.LooksSecret(var found) ->
                Answer.invalid(page(actor, person, fields, FieldErrors.of(found.field(), found.why())));
        };
    }

    private BarsPage page(Actor.Office actor, UUID person, MultiValueMap<String, String> typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var view = file.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var today = divisions.today();
            var rows = bars.of(person).stream()
                    .map(kept -> row(person, kept, today))
                    .toList();
            var kinds = policy.choices("relief.hardship.bar", today).stream()
                    .map(choice -> Option.of(choice.code(), choice.zh()))
                    .toList();
            return new BarsPage(view, rows, kinds, today.toString(), policy.number(YEARS, today), typed, errors);
        });
    }

    private BarsPage.Row row(UUID person, Bars.Kept kept, LocalDate today) {
        var barred = kept.barred();
        int years = policy.number(YEARS, today);
        boolean holds = barred.holds(today, years);
        var last = Words.day(barred.lastDay(years));
        return new BarsPage.Row(
                policy.label("relief.hardship.bar", barred.kind()),
                barred.body() + " " + Words.day(barred.on()) + "《" + barred.document() + "》",
                holds ? "影响到 " + last : last + " 起不再影响",
                holds,
                "/persons/" + person + "/aid-bars/" + kept.id() + "/withdrawal");
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
