package org.rongyi.care.fund.related.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.related.DeclareRelated;
import org.rongyi.care.fund.related.EndRelated;
import org.rongyi.care.fund.related.RelatedPerson;
import org.rongyi.care.fund.related.RelatedPersons;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 利害关系人 of a fund: seen by the unit that keeps it and by the auditor, by nobody else. */
@Controller
class RelatedController {

    private final Acts acts;
    private final DeclareRelated declare;
    private final EndRelated end;
    private final RelatedPersons related;
    private final Gifts gifts;
    private final FundReach reach;
    private final Transactions transactions;

    RelatedController(
            Acts acts,
            DeclareRelated declare,
            EndRelated end,
            RelatedPersons related,
            Gifts gifts,
            FundReach reach,
            Transactions transactions) {
        this.acts = acts;
        this.declare = declare;
        this.end = end;
        this.related = related;
        this.gifts = gifts;
        this.reach = reach;
        this.transactions = transactions;
    }

    @GetMapping("/funds/{fund}/related")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page list(Actor.Office actor, @PathVariable UUID fund) {
        return page(actor, readable(actor, fund), Map.of(), FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/related")
    @Allow(act = DeclareRelated.class)
    ResponseEntity<Page> declare(
            Actor.Office actor, CommandId id, @PathVariable UUID fund, @RequestParam Map<String, String> fields) {
        var found = readable(actor, fund);
        var typed = new HashMap<>(fields);
        var errors = FieldErrors.none();
        var command = command(actor, id, fund, typed, errors);
        typed.remove("number"); // a citizen number is typed again, never sent back
        if (command.isEmpty()) {
            return Answer.invalid(page(actor, found, typed, errors));
        }
        return switch (acts.perform(actor, declare, command.get())) {
            case DeclareRelated.Outcome.Declared ignored ->
                Answer.seeOther("/funds/" + fund + "/related", Flash.success("已登记，从现在起不用这项资金帮助他"));
            case DeclareRelated.Outcome.NotFound() -> Answer.notFound();
            case DeclareRelated.Outcome.NameMissing() ->
                Answer.invalid(page(actor, found, typed, FieldErrors.of("name", "请写全申报人、职务和利害关系人")));
            case DeclareRelated.Outcome.LooksSecret(var secret) ->
                Answer.invalid(page(actor, found, typed, FieldErrors.of(secret.field(), secret.why())));
        };
    }

    private Optional<DeclareRelated.Command> command(
            Actor.Office actor, CommandId id, UUID fund, Map<String, String> typed, FieldErrors errors) {
        errors.requireText(typed.get("holder"), "holder", "请填写申报人的姓名（名称）");
        errors.requireText(typed.get("name"), "name", "请填写利害关系人的姓名；申报人本人也要登记");
        var relation = Typed.one(RelatedPerson.Relation.class, typed.get("relation"), "relation", "请选择关系", errors);
        var giftNumber = Typed.text(typed.get("gift"));
        var gift = giftNumber.isEmpty()
                ? Optional.<UUID>empty()
                : transactions.read(actor, () -> gifts.byNumber(fund, giftNumber));
        errors.require(giftNumber.isEmpty() || gift.isPresent(), "gift", "这项资金没有这个编号的捐赠");
        errors.require(
                gift.isPresent()
                        || !giftNumber.isEmpty()
                        || !Typed.text(typed.get("duty")).isEmpty(),
                "duty",
                "请写明申报人在这项资金里的职务，例如局长、管委会委员");
        var number = CitizenId.canonical(Typed.text(typed.get("number")));
        if (!number.isEmpty() && CitizenId.check(number) instanceof CitizenId.Invalid(var why)) {
            errors.add("number", why);
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeclareRelated.Command(
                id,
                fund,
                gift.orElse(null),
                Typed.text(typed.get("holder")),
                Typed.text(typed.get("duty")),
                relation.orElseThrow(),
                Typed.text(typed.get("name")),
                number.isEmpty() ? null : new CitizenId(number)));
    }

    @PostMapping("/funds/{fund}/related/end")
    @Allow(act = EndRelated.class)
    ResponseEntity<Page> end(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID fund,
            @RequestParam(name = "declaration", required = false) @Nullable UUID declaration,
            @RequestParam(defaultValue = "") String reason) {
        var found = readable(actor, fund);
        if (declaration == null) {
            return Answer.invalid(
                    page(actor, found, Map.of("reason", reason), FieldErrors.of("declaration", "请选择终止哪一条")));
        }
        return switch (acts.perform(actor, end, new EndRelated.Command(id, declaration, reason))) {
            case EndRelated.Outcome.Ended ignored ->
                Answer.seeOther("/funds/" + fund + "/related", Flash.success("已终止"));
            case EndRelated.Outcome.NotFound() -> Answer.notFound();
            case EndRelated.Outcome.NoReason() -> again(actor, found, declaration, reason, "请写明为什么终止，不超过 200 字");
            case EndRelated.Outcome.LooksSecret(var secret) -> again(actor, found, declaration, reason, secret.why());
        };
    }

    private ResponseEntity<Page> again(Actor.Office actor, Fund found, UUID declaration, String reason, String why) {
        return Answer.invalid(page(
                actor,
                found,
                Map.of("declaration", declaration.toString(), "reason", reason),
                FieldErrors.of("reason", why)));
    }

    /** The unit that keeps the fund, and the auditor of its territory. */
    private Fund readable(Actor.Office actor, UUID fund) {
        var found = reach.require(actor, fund);
        if (!found.unit().equals(actor.unit()) && actor.role() != Role.AUDITOR) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found;
    }

    private RelatedPage page(Actor.Office actor, Fund fund, Map<String, String> typed, FieldErrors errors) {
        boolean keeps = FundReach.keeps(actor, fund);
        return transactions.read(
                actor,
                () -> new RelatedPage(
                        fund,
                        related.list(fund.id()),
                        keeps && Permission.mayPerform(DeclareRelated.class, actor),
                        keeps && Permission.mayPerform(EndRelated.class, actor),
                        typed,
                        errors));
    }
}
