package org.rongyi.platform.policy.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.change.AgreeChange;
import org.rongyi.platform.policy.change.ChangeState;
import org.rongyi.platform.policy.change.Effects;
import org.rongyi.platform.policy.change.PolicyChange;
import org.rongyi.platform.policy.change.PolicyChanges;
import org.rongyi.platform.policy.change.ProposeChange;
import org.rongyi.platform.policy.change.RefuseChange;
import org.rongyi.platform.policy.change.WithdrawChange;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审核参数变更: the list, one of them, and the three ways it ends. */
@Controller
class DecideController {

    private static final int LONGEST = 200;
    private static final Flash DECIDED = Flash.info("这份变更已经办结");

    private final Acts acts;
    private final AgreeChange agree;
    private final RefuseChange refuse;
    private final WithdrawChange withdraw;
    private final PolicyChanges changes;
    private final Effects effects;
    private final ChangeDesk desk;
    private final Transactions transactions;

    DecideController(
            Acts acts,
            AgreeChange agree,
            RefuseChange refuse,
            WithdrawChange withdraw,
            PolicyChanges changes,
            Effects effects,
            ChangeDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.agree = agree;
        this.refuse = refuse;
        this.withdraw = withdraw;
        this.changes = changes;
        this.effects = effects;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/policy-changes")
    @Allow(act = ProposeChange.class)
    Page list(Actor actor) {
        return transactions.read(actor, () -> new ChangesPage(rows(changes.listOpen()), rows(changes.listDecided())));
    }

    private List<ChangesPage.Row> rows(List<PolicyChange> list) {
        return list.stream()
                .map(one -> new ChangesPage.Row(
                        one.id(),
                        desk.nameOf(one),
                        one.isSheet() ? "见整表" : desk.inWords(one.proposed()),
                        Words.day(one.proposed().from()),
                        one.proposal().by(),
                        one.state()))
                .toList();
    }

    @GetMapping("/policy-changes/{change}")
    @Allow(act = ProposeChange.class)
    ResponseEntity<Page> show(Actor.Office actor, @PathVariable UUID change) {
        return page(actor, change, "", FieldErrors.none(), false);
    }

    @PostMapping("/policy-changes/{change}/agree")
    @Allow(act = AgreeChange.class)
    ResponseEntity<Page> agree(Actor.Office actor, CommandId id, @PathVariable UUID change) {
        return switch (acts.perform(actor, agree, new AgreeChange.Command(id, change))) {
            case AgreeChange.Outcome.Agreed ignored -> back(change, Flash.success("已同意，从生效日期起按新取值办理"));
            case AgreeChange.Outcome.NotFound() -> Answer.notFound();
            case AgreeChange.Outcome.OwnRequest() -> back(change, Flash.info("自己提出的变更由另一位负责人审核"));
            case AgreeChange.Outcome.AlreadyAnswered() -> back(change, DECIDED);
        };
    }

    @PostMapping("/policy-changes/{change}/refuse")
    @Allow(act = RefuseChange.class)
    ResponseEntity<Page> refuse(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID change,
            @RequestParam(defaultValue = "") String reason) {
        var errors = FieldErrors.none()
                .requireText(reason, "reason", "请写明不同意的理由")
                .require(reason.strip().length() <= LONGEST, "reason", "理由请在 " + LONGEST + " 字以内写明");
        if (!errors.isEmpty()) {
            return page(actor, change, reason, errors, true);
        }
        return switch (acts.perform(actor, refuse, new RefuseChange.Command(id, change, reason))) {
            case RefuseChange.Outcome.ChangeRefused ignored -> back(change, Flash.success("已退回，取值不变"));
            case RefuseChange.Outcome.NotFound() -> Answer.notFound();
            case RefuseChange.Outcome.OwnRequest() -> back(change, Flash.info("自己提出的变更由另一位负责人审核"));
            case RefuseChange.Outcome.AlreadyAnswered() -> back(change, DECIDED);
            case RefuseChange.Outcome.NoReason() ->
                page(actor, change, reason, FieldErrors.of("reason", "请写明不同意的理由"), true);
        };
    }

    @PostMapping("/policy-changes/{change}/withdraw")
    @Allow(act = WithdrawChange.class)
    ResponseEntity<Page> withdraw(Actor.Office actor, CommandId id, @PathVariable UUID change) {
        return switch (acts.perform(actor, withdraw, new WithdrawChange.Command(id, change))) {
            case WithdrawChange.Outcome.ChangeWithdrawn ignored -> back(change, Flash.success("已撤回，取值不变"));
            case WithdrawChange.Outcome.NotFound() -> Answer.notFound();
            case WithdrawChange.Outcome.NotYourProposal() -> back(change, Flash.info("只有提出的人能撤回"));
            case WithdrawChange.Outcome.AlreadyAnswered() -> back(change, DECIDED);
        };
    }

    private ResponseEntity<Page> page(Actor.Office actor, UUID id, String reason, FieldErrors errors, boolean invalid) {
        return transactions.read(
                actor,
                () -> changes.find(id)
                        .map(change -> {
                            var page = page(actor, change, reason, errors);
                            return invalid ? Answer.invalid(page) : Answer.show(page);
                        })
                        .orElseGet(Answer::notFound));
    }

    private Page page(Actor.Office actor, PolicyChange change, String reason, FieldErrors errors) {
        boolean own = change.proposal().account().equals(actor.account());
        boolean open = change.state() == ChangeState.PROPOSED;
        var reader = new ChangePage.Reader(
                !own && Permission.mayPerform(AgreeChange.class, actor),
                own && Permission.mayPerform(WithdrawChange.class, actor),
                own);
        var together = changes.together(change.id());
        return new ChangePage(
                change,
                desk.nameOf(change),
                desk.facts(change),
                desk.items(together),
                open ? effects.of(together) : List.of(),
                desk.happenings(List.of(change)),
                reader,
                reason,
                errors);
    }

    private static ResponseEntity<Page> back(UUID change, Flash flash) {
        return Answer.seeOther("/policy-changes/" + change, flash);
    }
}
