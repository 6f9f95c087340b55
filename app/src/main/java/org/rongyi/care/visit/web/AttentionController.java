package org.rongyi.care.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.visit.Attention;
import org.rongyi.care.visit.AttentionHistory;
import org.rongyi.care.visit.ContactFile;
import org.rongyi.care.visit.ContactRules;
import org.rongyi.care.visit.SetAttention;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Happening;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 确定联系类别, from a person's page; only where contact is answered for. */
@Controller
class AttentionController {

    private final Acts acts;
    private final SetAttention setAttention;
    private final ContactFile contacts;
    private final AttentionHistory history;
    private final PersonFile people;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    AttentionController(
            Acts acts,
            SetAttention setAttention,
            ContactFile contacts,
            AttentionHistory history,
            PersonFile people,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.setAttention = setAttention;
        this.contacts = contacts;
        this.history = history;
        this.people = people;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record About(PersonFile.View person, ContactFile.View standing, List<AttentionHistory.Past> past) {}

    @GetMapping("/persons/{person}/attention")
    @Allow(act = SetAttention.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        var about = require(actor, person);
        var standing = about.standing();
        var ground = standing.ground() == null ? "" : standing.ground();
        return page(about, standing.attention().name(), ground, FieldErrors.none());
    }

    @PostMapping("/persons/{person}/attention")
    @Allow(act = SetAttention.class)
    ResponseEntity<Page> set(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String attention,
            @RequestParam(defaultValue = "") String ground) {
        var about = require(actor, person);
        boolean key = attention.equals(Attention.KEY.name());
        var errors = FieldErrors.none();
        errors.require(key || attention.equals(Attention.GENERAL.name()), "attention", "请选择联系类别");
        errors.require(!key || !ground.isEmpty(), "ground", "请选择重点联系事由");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(about, attention, ground, errors));
        }
        var command = new SetAttention.Command(id, person, key ? ground : null);
        return switch (acts.perform(actor, setAttention, command)) {
            case SetAttention.Outcome.Set(var done) ->
                Answer.seeOther("/persons/" + done, Flash.success("已确定联系类别，应联系日随之重新计算。"));
            case SetAttention.Outcome.UnknownPerson() -> Answer.notFound();
            case SetAttention.Outcome.UnknownGround() ->
                Answer.invalid(page(about, attention, ground, FieldErrors.of("ground", "请选择重点联系事由")));
        };
    }

    private AttentionPage page(About about, String attention, String ground, FieldErrors errors) {
        var today = LocalDate.now(clock);
        var standing = about.standing();
        var now = standing.ground() == null
                ? standing.attention().zh()
                : standing.attention().zh() + "：" + policy.label("visit.ground", standing.ground());
        return new AttentionPage(
                about.person(),
                standing,
                policy.choices("visit.ground", today),
                "重点联系每 " + policy.number("visit.contact.months.key", today) + " 个月联系一次、每 "
                        + policy.number("visit.visit.months.key", today) + " 个月走访一次；普遍联系每 "
                        + policy.number("visit.contact.months.general", today) + " 个月联系一次",
                ContactRules.isProposed(policy, today),
                now,
                about.past().stream().map(this::happening).toList(),
                attention,
                ground,
                today,
                errors);
    }

    private Happening happening(AttentionHistory.Past past) {
        var was = past.ground() == null
                ? past.attention().zh()
                : past.attention().zh() + "：" + policy.label("visit.ground", past.ground());
        return new Happening(
                Words.moment(past.at().toInstant()),
                "原为" + was,
                past.byName() + "（" + past.byUnit() + "）",
                null,
                Tone.NEUTRAL);
    }

    private About require(Actor.Office actor, UUID person) {
        return transactions
                .read(
                        actor,
                        () -> people.find(person)
                                .flatMap(view -> contacts.find(person)
                                        .map(standing -> new About(view, standing, history.of(person)))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
