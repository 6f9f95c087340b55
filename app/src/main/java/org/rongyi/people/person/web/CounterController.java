package org.rongyi.people.person.web;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.access.OwnAccounts;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 窗口开通: which card was seen and what for; then the slip, shown and printed this once. */
@Controller
class CounterController {

    private static final int LONGEST = 100;

    private final Acts acts;
    private final OpenAtCounter openAtCounter;
    private final PersonFile file;
    private final People people;
    private final Villages villages;
    private final OwnAccounts accounts;
    private final SetUp setUp;
    private final Transactions transactions;

    CounterController(
            Acts acts,
            OpenAtCounter openAtCounter,
            PersonFile file,
            People people,
            Villages villages,
            OwnAccounts accounts,
            SetUp setUp,
            Transactions transactions) {
        this.acts = acts;
        this.openAtCounter = openAtCounter;
        this.file = file;
        this.people = people;
        this.villages = villages;
        this.accounts = accounts;
        this.setUp = setUp;
        this.transactions = transactions;
    }

    /** What was typed. */
    record Form(
            @Nullable String card,
            @Nullable String present,
            @Nullable String purpose) {

        OpenAtCounter.@Nullable Card seen() {
            return Arrays.stream(OpenAtCounter.Card.values())
                    .filter(one -> one.name().equals(card))
                    .findFirst()
                    .orElse(null);
        }

        String why() {
            return purpose == null ? "" : purpose.strip();
        }
    }

    private record About(PersonFile.View person, DivisionCode responsible, OwnAccounts.@Nullable Own account) {}

    @GetMapping("/persons/{person}/account")
    @Allow(act = OpenAtCounter.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        return page(actor, require(actor, person), new Form("", "", ""), FieldErrors.none());
    }

    @PostMapping("/persons/{person}/account")
    @Allow(act = OpenAtCounter.class)
    ResponseEntity<Page> open(Actor.Office actor, CommandId id, @PathVariable UUID person, Form form) {
        var about = require(actor, person);
        var errors = FieldErrors.none();
        var card = form.seen();
        errors.require(card != null, "card", "请选择看了哪种证件");
        errors.require("yes".equals(form.present()), "present", "本人不在场不能开通");
        errors.require(!form.why().isEmpty(), "purpose", "请写明开通做什么用");
        errors.require(form.why().length() <= LONGEST, "purpose", "请在 " + LONGEST + " 字以内写明");
        if (card == null || !errors.isEmpty()) {
            return Answer.invalid(page(actor, about, form, errors));
        }
        var command = new OpenAtCounter.Command(id, person, card, form.why());
        return switch (acts.perform(actor, openAtCounter, command)) {
            case OpenAtCounter.Outcome.Granted(var account) ->
                setUp.newLinkFor(account, id)
                        .map(link -> Answer.show(slip(actor, person, link)))
                        .orElseGet(() -> Answer.conflict(new MessagePage(409, "这张表已经办过", SetUp.SPENT, "本人设好的口令不受影响。")
                                .leadingTo("打开档案", "/persons/" + person)));
            case OpenAtCounter.Outcome.NotFound() -> Answer.notFound();
            case OpenAtCounter.Outcome.LooksSecret(var why) ->
                Answer.invalid(page(actor, about, form, FieldErrors.of("purpose", why)));
            case OpenAtCounter.Outcome.NoPurpose() ->
                Answer.invalid(page(actor, about, form, FieldErrors.of("purpose", "请写明开通做什么用")));
            case OpenAtCounter.Outcome.NotResponsible ignored ->
                Answer.conflict(page(actor, about, form, FieldErrors.none()));
            case OpenAtCounter.Outcome.NotActive() ->
                Answer.conflict(new MessagePage(409, "档案不在册", "这份档案已登记为已故或迁出，没有开通。", "如登记有误，请先在“核实状态”里恢复在册。")
                        .leadingTo("打开档案", "/persons/" + person));
            case OpenAtCounter.Outcome.ShutOut() ->
                Answer.conflict(new MessagePage(409, "账号已被锁定或停用", "这个账号由安全管理员锁定或停用，窗口不能重新开通。", "请与省级安全管理员联系。")
                        .leadingTo("打开档案", "/persons/" + person));
        };
    }

    private SlipPage slip(Actor.Office actor, UUID person, String path) {
        var about = require(actor, person);
        var username = about.account() == null ? "" : about.account().username();
        var link =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
        return new SlipPage(about.person(), username, link, actor.unitName());
    }

    private CounterPage page(Actor.Office actor, About about, Form form, FieldErrors errors) {
        boolean own = actor.scope().contains(about.responsible());
        return new CounterPage(
                about.person(),
                about.account(),
                form.card() == null ? "" : form.card(),
                form.why(),
                own ? null : villages.fullName(about.responsible()),
                errors);
    }

    private About require(Actor.Office actor, UUID person) {
        return transactions
                .read(
                        actor,
                        () -> file.find(person)
                                .map(view -> new About(
                                        view,
                                        People.responsible(people.placesOf(person)),
                                        accounts.find(person).orElse(null))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
