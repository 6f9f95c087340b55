package org.rongyi.platform.policy.web;

import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.Effects;
import org.rongyi.platform.policy.change.ProposeChange;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 提出参数变更: the form, a look at what it would touch, and the act. */
@Controller
class ProposeController {

    private final Acts acts;
    private final ProposeChange propose;
    private final Effects effects;
    private final Policy policy;
    private final ChangeDesk desk;
    private final Transactions transactions;

    ProposeController(
            Acts acts,
            ProposeChange propose,
            Effects effects,
            Policy policy,
            ChangeDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.propose = propose;
        this.effects = effects;
        this.policy = policy;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** Filled in already when one comes back from the check. */
    @GetMapping("/policy/{key}/change")
    @Allow(act = ProposeChange.class)
    ResponseEntity<Page> form(@PathVariable String key, @ModelAttribute ChangeForm form) {
        return policy.find(key)
                .map(parameter -> Answer.show(page(parameter, form, FieldErrors.none())))
                .orElseGet(Answer::notFound);
    }

    @PostMapping("/policy/{key}/change/check")
    @Allow(act = ProposeChange.class)
    ResponseEntity<Page> check(Actor actor, @PathVariable String key, @ModelAttribute ChangeForm form) {
        return policy.find(key).map(parameter -> check(actor, parameter, form)).orElseGet(Answer::notFound);
    }

    private ResponseEntity<Page> check(Actor actor, Parameter parameter, ChangeForm form) {
        var errors = FieldErrors.none();
        var value = form.read(parameter.id(), errors);
        if (value.isEmpty()) {
            return Answer.invalid(page(parameter, form, errors));
        }
        var wrong = propose.objections(value.get());
        if (!wrong.isEmpty()) {
            return Answer.invalid(page(parameter, form, FieldErrors.of("number", String.join("；", wrong))));
        }
        var touched = transactions.read(actor, () -> effects.of(value.get()));
        return Answer.show(new ChangeCheckPage(parameter, form, desk.facts(value.get()), touched));
    }

    @PostMapping("/policy/{key}/change")
    @Allow(act = ProposeChange.class)
    ResponseEntity<Page> propose(Actor actor, CommandId id, @PathVariable String key, @ModelAttribute ChangeForm form) {
        return policy.find(key)
                .map(parameter -> propose(actor, id, parameter, form))
                .orElseGet(Answer::notFound);
    }

    private ResponseEntity<Page> propose(Actor actor, CommandId id, Parameter parameter, ChangeForm form) {
        var errors = FieldErrors.none();
        var value = form.read(parameter.id(), errors);
        return value.isEmpty()
                ? Answer.invalid(page(parameter, form, errors))
                : answer(acts.perform(actor, propose, new ProposeChange.Command(id, value.get())), parameter, form);
    }

    private ResponseEntity<Page> answer(ProposeChange.Outcome outcome, Parameter parameter, ChangeForm form) {
        return switch (outcome) {
            case ProposeChange.Outcome.Proposed done ->
                Answer.seeOther("/policy-changes/" + done.subject(), Flash.success("已提出，等待另一位负责人审核"));
            case ProposeChange.Outcome.WrongValue(var reasons) ->
                Answer.invalid(page(parameter, form, FieldErrors.of("number", String.join("；", reasons))));
            case ProposeChange.Outcome.AlreadyProposed() ->
                Answer.invalid(page(parameter, form, FieldErrors.of("from", "这一天、这个地区的变更已有一份待审核，请先撤回或等它审核")));
        };
    }

    private ChangeFormPage page(Parameter parameter, ChangeForm form, FieldErrors errors) {
        return new ChangeFormPage(parameter, desk.now(parameter), form, errors);
    }
}
