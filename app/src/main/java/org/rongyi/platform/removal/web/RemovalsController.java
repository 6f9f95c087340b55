package org.rongyi.platform.removal.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.removal.ConfirmRemoval;
import org.rongyi.platform.removal.ProposeRemoval;
import org.rongyi.platform.removal.RefuseRemoval;
import org.rongyi.platform.removal.Removal;
import org.rongyi.platform.removal.Removals;
import org.rongyi.platform.removal.WithdrawRemoval;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 清除泄密内容: proposed by a leader, confirmed by a security administrator; the auditor reads what was. */
@Controller
class RemovalsController {

    private static final String PATH = "/removals";
    private static final int A_PAGE = 20;

    private final Acts acts;
    private final ProposeRemoval propose;
    private final ConfirmRemoval confirm;
    private final RefuseRemoval refuse;
    private final WithdrawRemoval withdraw;
    private final Removals removals;
    private final Transactions transactions;

    RemovalsController(
            Acts acts,
            ProposeRemoval propose,
            ConfirmRemoval confirm,
            RefuseRemoval refuse,
            WithdrawRemoval withdraw,
            Removals removals,
            Transactions transactions) {
        this.acts = acts;
        this.propose = propose;
        this.confirm = confirm;
        this.refuse = refuse;
        this.withdraw = withdraw;
        this.removals = removals;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    @Allow(
            roles = {Role.LEADER, Role.SECURITY_ADMIN, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page list(Actor.Office actor, @RequestParam(defaultValue = "0") int after) {
        int first = Math.max(after, 0);
        var found = transactions.read(actor, () -> removals.list(first, A_PAGE + 1));
        boolean more = found.size() > A_PAGE;
        return new RemovalsPage(
                more ? found.subList(0, A_PAGE) : found,
                Permission.mayPerform(ProposeRemoval.class, actor),
                more ? Integer.toString(first + A_PAGE) : null);
    }

    @GetMapping(PATH + "/new")
    @Allow(act = ProposeRemoval.class)
    Page form() {
        return new RemovalFormPage(Typed.empty(), FieldErrors.none());
    }

    @PostMapping(PATH)
    @Allow(act = ProposeRemoval.class)
    ResponseEntity<Page> propose(Actor.Office actor, CommandId id, @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var errors = FieldErrors.none();
        var paperOn = Typed.day(typed.value("paperOn"), "paperOn", "请填写文件的日期", errors);
        if (paperOn.isEmpty()) {
            return Answer.invalid(new RemovalFormPage(typed, errors));
        }
        var command = new ProposeRemoval.Command(
                id, typed.value("address"), typed.value("paper"), paperOn.get(), typed.value("authority"));
        return switch (acts.perform(actor, propose, command)) {
            case ProposeRemoval.Outcome.Proposed(var done) ->
                Answer.seeOther(PATH + "/" + done, Flash.success("已提出，等安全管理员核准；核准以前什么都没有动"));
            case ProposeRemoval.Outcome.Objected(var field, var why) -> wrong(typed, field, why);
            case ProposeRemoval.Outcome.NotFound() -> wrong(typed, "address", "没有这条记录，或者不在您的辖区，或者里面没有人写的话");
            case ProposeRemoval.Outcome.NothingThere() ->
                wrong(typed, "address", "这条记录里没有可以清除的话和文件；公开、封存了的，系统改不了，请按主管部门的意见另行处理");
            case ProposeRemoval.Outcome.ClearedAlready(var at) ->
                wrong(typed, "address", "这条记录已经在" + Words.moment(at.toInstant()) + "清除过，以后没有再写进什么，不用再提");
            case ProposeRemoval.Outcome.WaitsAlready() -> wrong(typed, "address", "这条记录已经有一份在等核准");
        };
    }

    @GetMapping(PATH + "/{removal}")
    @Allow(
            roles = {Role.LEADER, Role.SECURITY_ADMIN, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page show(Actor.Office actor, @PathVariable UUID removal) {
        return page(actor, removal, "", FieldErrors.none());
    }

    @PostMapping(PATH + "/{removal}/confirmation")
    @Allow(act = ConfirmRemoval.class)
    ResponseEntity<Page> confirm(Actor.Office actor, CommandId id, @PathVariable UUID removal) {
        return switch (acts.perform(actor, confirm, new ConfirmRemoval.Command(id, removal))) {
            case ConfirmRemoval.Outcome.Confirmed ignored -> back(removal, Flash.success("已核准，内容已经清除"));
            case ConfirmRemoval.Outcome.NotFound() -> Answer.notFound();
            case ConfirmRemoval.Outcome.OwnProposal() -> back(removal, Flash.info("提出的人不能核准，请由另一个人核准"));
            case ConfirmRemoval.Outcome.NothingWaits() -> back(removal, Flash.info("已经有了结果，没有改动"));
        };
    }

    @PostMapping(PATH + "/{removal}/refusal")
    @Allow(act = RefuseRemoval.class)
    ResponseEntity<Page> refuse(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID removal,
            @RequestParam(defaultValue = "") String reason) {
        return switch (acts.perform(actor, refuse, new RefuseRemoval.Command(id, removal, reason))) {
            case RefuseRemoval.Outcome.Declined ignored -> back(removal, Flash.success("已退回，什么都没有动"));
            case RefuseRemoval.Outcome.NotFound() -> Answer.notFound();
            case RefuseRemoval.Outcome.OwnProposal() -> back(removal, Flash.info("提出的人可以撤回，不能自己退回"));
            case RefuseRemoval.Outcome.NothingWaits() -> back(removal, Flash.info("已经有了结果，没有改动"));
            case RefuseRemoval.Outcome.NoReason() ->
                Answer.invalid(page(
                        actor,
                        removal,
                        reason,
                        FieldErrors.of("reason", "请写明为什么不予核准，不超过 " + RefuseRemoval.LONGEST + " 字")));
            case RefuseRemoval.Outcome.LooksSecret(var found) ->
                Answer.invalid(page(actor, removal, reason, FieldErrors.of(found.field(), found.why())));
        };
    }

    @PostMapping(PATH + "/{removal}/withdrawal")
    @Allow(act = WithdrawRemoval.class)
    ResponseEntity<Page> withdraw(Actor.Office actor, CommandId id, @PathVariable UUID removal) {
        return switch (acts.perform(actor, withdraw, new WithdrawRemoval.Command(id, removal))) {
            case WithdrawRemoval.Outcome.Withdrawn ignored -> back(removal, Flash.success("已撤回"));
            case WithdrawRemoval.Outcome.NotFound() -> Answer.notFound();
            case WithdrawRemoval.Outcome.NothingWaits() -> back(removal, Flash.info("已经有了结果，没有改动"));
        };
    }

    private RemovalPage page(Actor.Office actor, UUID id, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var removal = removals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            boolean waits = removal.state() == Removal.State.PROPOSED;
            boolean own = actor.speaksFor(removal.proposedBy()) || actor.speaksFor(removal.proposedFor());
            return new RemovalPage(
                    removal,
                    waits ? removals.count(removal.root(), removal.record()) : List.of(),
                    waits && !own && Permission.mayPerform(ConfirmRemoval.class, actor),
                    waits
                            && actor.speaksFor(removal.proposedBy())
                            && Permission.mayPerform(WithdrawRemoval.class, actor),
                    actor.role().readsRecords(),
                    reason,
                    errors);
        });
    }

    private static ResponseEntity<Page> wrong(Typed typed, String field, String why) {
        return Answer.invalid(new RemovalFormPage(typed, FieldErrors.of(field, why)));
    }

    private static ResponseEntity<Page> back(UUID removal, Flash flash) {
        return Answer.seeOther(PATH + "/" + removal, flash);
    }
}
