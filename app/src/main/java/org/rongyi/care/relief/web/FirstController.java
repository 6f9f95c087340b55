package org.rongyi.care.relief.web;

import java.util.Arrays;
import java.util.UUID;
import org.rongyi.care.relief.GiveFirst;
import org.rongyi.care.relief.Payers;
import org.rongyi.care.relief.ReliefTerms;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
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

/** 先行帮扶: what was given at once is written down, and the papers follow. */
@Controller
class FirstController {

    private static final String PAPER_DAYS = "relief.hardship.paper.days";

    private final Acts acts;
    private final GiveFirst give;
    private final AidDesk desk;
    private final PersonFile file;
    private final ReliefTerms terms;
    private final Payers payers;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    FirstController(
            Acts acts,
            GiveFirst give,
            AidDesk desk,
            PersonFile file,
            ReliefTerms terms,
            Payers payers,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.give = give;
        this.desk = desk;
        this.file = file;
        this.terms = terms;
        this.payers = payers;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/persons/{person}/aid-first")
    @Allow(act = GiveFirst.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        return page(actor, person, new LinkedMultiValueMap<>(), FieldErrors.none());
    }

    @PostMapping("/persons/{person}/aid-first")
    @Allow(act = GiveFirst.class)
    ResponseEntity<Page> give(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var errors = FieldErrors.none();
        var situation = Arrays.stream(Situation.values())
                .filter(one -> one.name().equals(text(fields, "situation")))
                .findFirst();
        errors.require(situation.isPresent(), "situation", "请选择是哪一种情形");
        var occurred = new Typed(fields).day("occurredOn");
        errors.require(occurred.isPresent(), "occurredOn", "请填写哪天发生的");
        var amount = Money.parse(text(fields, "amount")).map(Money::fen);
        errors.require(amount.isPresent(), "amount", "请填写金额，只写数字，单位是元");
        errors.require(!text(fields, "payer").isEmpty(), "payer", "请选择从哪项资金出");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, person, fields, errors));
        }
        var command = new GiveFirst.Command(
                id,
                person,
                situation.orElseThrow(),
                occurred.orElseThrow(),
                AidForm.modes(fields.getOrDefault("modes", java.util.List.of())),
                amount.orElseThrow(),
                Money.parse(text(fields, "goods")).map(Money::fen).orElse(0L),
                text(fields, "payer"),
                text(fields, "signedBy"),
                text(fields, "witness"),
                text(fields, "reason"));
        return switch (acts.perform(actor, give, command)) {
            case GiveFirst.Outcome.Given(var done) ->
                Answer.seeOther("/cases/" + done, Flash.success("已登记先行帮扶，资金里已记支出。请在期限内补齐手续。"));
            case GiveFirst.Outcome.NotFound() -> Answer.notFound();
            case GiveFirst.Outcome.NotActive() ->
                Answer.conflict(new MessagePage(409, "档案不在册", "这份档案已登记为已故或迁出，没有登记。", "如登记有误，请先更正。"));
            case GiveFirst.Outcome.NotForHim(var why) ->
                invalid(actor, person, fields, "situation", "这种情形不适用：他是" + why);
            case GiveFirst.Outcome.Wanting(var field, var why) -> invalid(actor, person, fields, field, why);
            case GiveFirst.Outcome.TooMuch(var most) ->
                invalid(actor, person, fields, "amount", "本级先行帮扶最多 " + Words.yuan(most) + "，更多的请上一级办");
            case GiveFirst.Outcome.Barred(var why) -> invalid(actor, person, fields, "situation", "不能先行帮扶：" + why);
            case GiveFirst.Outcome.OverCap(var left) ->
                invalid(actor, person, fields, "amount", "一年内还可以援助 " + Words.yuan(left) + "，请减少金额");
            case GiveFirst.Outcome.NotFunded(var why) -> invalid(actor, person, fields, "payer", why);
            case GiveFirst.Outcome.LooksSecret(var found) -> invalid(actor, person, fields, found.field(), found.why());
            case GiveFirst.Outcome.AlreadyOpen() ->
                Answer.conflict(new MessagePage(409, "已经有一件在办", "他的困难帮扶援助已经有一件在办，没有再登记。", "请打开那件，催办或提级办理。")
                        .leadingTo("看办件", "/cases"));
        };
    }

    private ResponseEntity<Page> invalid(
            Actor.Office actor, UUID person, MultiValueMap<String, String> fields, String field, String why) {
        return Answer.invalid(page(actor, person, fields, FieldErrors.of(field, why)));
    }

    private FirstPage page(Actor.Office actor, UUID person, MultiValueMap<String, String> typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var view = file.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var today = divisions.today();
            boolean town = actor.level() == Level.TOWN;
            long most = town
                    ? terms.firstOfTown(today, actor.unitCode())
                    : terms.on(today, actor.unitCode()).mostFen();
            return new FirstPage(
                    view,
                    desk.situations(Standing.of(view.categories()), today),
                    desk.modes().stream()
                            .filter(option -> Mode.valueOf(option.value()).hasAmount())
                            .toList(),
                    payers.options(actor.unitCode(), today),
                    Words.yuan(most),
                    policy.number(PAPER_DAYS, today),
                    policy.isProposed(today, PAPER_DAYS, ReliefTerms.FIRST_TOWN_MOST),
                    today.toString(),
                    typed,
                    errors);
        });
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
