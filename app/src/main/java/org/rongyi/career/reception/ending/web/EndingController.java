package org.rongyi.career.reception.ending.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.reception.EndKind;
import org.rongyi.career.reception.Receptions;
import org.rongyi.career.reception.ending.AnswerEndObjection;
import org.rongyi.career.reception.ending.DecideEnd;
import org.rongyi.career.reception.ending.Endings;
import org.rongyi.career.reception.ending.ProposeEnd;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 终止安置待遇: proposed, decided, answered. */
@Controller
class EndingController {

    private static final List<String> EITHER = List.of("YES", "NO");

    private final Acts acts;
    private final ProposeEnd propose;
    private final DecideEnd decide;
    private final AnswerEndObjection answer;
    private final Receptions receptions;
    private final Endings endings;
    private final Divisions divisions;
    private final Transactions transactions;

    EndingController(
            Acts acts,
            ProposeEnd propose,
            DecideEnd decide,
            AnswerEndObjection answer,
            Receptions receptions,
            Endings endings,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.propose = propose;
        this.decide = decide;
        this.answer = answer;
        this.receptions = receptions;
        this.endings = endings;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/receptions/endings")
    @Allow(act = ProposeEnd.class)
    Page list(Actor.Office actor) {
        return transactions.read(actor, () -> new EndingsPage(endings.waiting(actor.scope())));
    }

    @GetMapping("/receptions/{reception}/ending")
    @Allow(act = ProposeEnd.class)
    Page show(Actor.Office actor, @PathVariable UUID reception) {
        return page(actor, reception, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/receptions/{reception}/ending")
    @Allow(act = ProposeEnd.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var kind = Arrays.stream(EndKind.values())
                .filter(one -> one.name().equals(typed.value("kind")))
                .findFirst();
        var heardOn = typed.day("heardOn");
        var errors = FieldErrors.none()
                .require(kind.isPresent(), "kind", "请选择哪一种")
                .require(heardOn.isPresent(), "heardOn", "请填写听取说明的日期");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, reception, typed, errors));
        }
        var command = new ProposeEnd.Command(
                id, reception, kind.orElseThrow(), typed.value("reason"), heardOn.orElseThrow(), typed.value("heard"));
        return switch (acts.perform(actor, propose, command)) {
            case ProposeEnd.Outcome.Proposed ignored -> done(reception, "已拟定，等负责人决定。");
            case ProposeEnd.Outcome.NotFound() -> Answer.notFound();
            case ProposeEnd.Outcome.NotNow() -> invalid(actor, reception, typed, "kind", "已经办结或终止");
            case ProposeEnd.Outcome.AlreadyProposed() -> invalid(actor, reception, typed, "kind", "已有一份等负责人决定");
            case ProposeEnd.Outcome.Wanting(var field, var why) -> invalid(actor, reception, typed, field, why);
            case ProposeEnd.Outcome.LooksSecret(var found) ->
                invalid(actor, reception, typed, found.field(), found.why());
        };
    }

    @PostMapping("/receptions/{reception}/ending/decision")
    @Allow(act = DecideEnd.class)
    ResponseEntity<Page> decide(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        if (!EITHER.contains(typed.value("agreed"))) {
            return invalid(actor, reception, typed, "agreed", "请选择同意还是不同意");
        }
        var agreed = typed.value("agreed").equals("YES");
        var command = new DecideEnd.Command(id, reception, agreed, typed.value("decision"));
        return switch (acts.perform(actor, decide, command)) {
            case DecideEnd.Outcome.Decided(var one, var ended) ->
                done(one, ended ? "已决定终止；本人在自己的页面上看得到，可以提出异议。" : "已决定不终止。");
            case DecideEnd.Outcome.NotFound() -> Answer.notFound();
            case DecideEnd.Outcome.NotNow() -> invalid(actor, reception, typed, "decision", "没有等决定的，或者已经办结");
            case DecideEnd.Outcome.OwnProposal() -> invalid(actor, reception, typed, "decision", "自己拟定的，请另一位负责人决定");
            case DecideEnd.Outcome.NoReason() -> invalid(actor, reception, typed, "decision", "请写明决定的理由，不超过 500 字");
            case DecideEnd.Outcome.LooksSecret(var found) -> invalid(actor, reception, typed, "decision", found.why());
        };
    }

    @PostMapping("/receptions/{reception}/ending/answer")
    @Allow(act = AnswerEndObjection.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        if (!EITHER.contains(typed.value("upheld"))) {
            return invalid(actor, reception, typed, "upheld", "请选择异议是不是成立");
        }
        var upheld = typed.value("upheld").equals("YES");
        var command = new AnswerEndObjection.Command(id, reception, upheld, typed.value("answer"));
        return switch (acts.perform(actor, answer, command)) {
            case AnswerEndObjection.Outcome.Answered(var one, var right) ->
                done(one, right ? "已答复，恢复安置。" : "已答复，维持决定。");
            case AnswerEndObjection.Outcome.NotFound() -> Answer.notFound();
            case AnswerEndObjection.Outcome.NotNow() -> invalid(actor, reception, typed, "answer", "没有等答复的异议");
            case AnswerEndObjection.Outcome.SamePerson() ->
                invalid(actor, reception, typed, "answer", "拟定、决定过的人不答复，请另一位负责人");
            case AnswerEndObjection.Outcome.NoReason() -> invalid(actor, reception, typed, "answer", "请写明答复，不超过 500 字");
            case AnswerEndObjection.Outcome.LooksSecret(var found) ->
                invalid(actor, reception, typed, "answer", found.why());
        };
    }

    private static ResponseEntity<Page> done(UUID reception, String said) {
        return Answer.seeOther("/receptions/" + reception + "/ending", Flash.success(said));
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID id, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, id, typed, FieldErrors.of(field, why)));
    }

    private EndingPage page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = receptions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var all = endings.of(id);
            return new EndingPage(
                    one,
                    all,
                    one.isOpen() && all.stream().noneMatch(ending -> ending.agreed() == null),
                    Permission.mayPerform(DecideEnd.class, actor),
                    divisions.today().toString(),
                    typed,
                    errors);
        });
    }
}
