package org.rongyi.career.reception.web;

import java.util.UUID;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.RecordReport;
import org.rongyi.career.reception.SettleReception;
import org.rongyi.career.reception.WithdrawReception;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One who was handed over: who he is, what runs, that he came, and that he is placed. */
@Controller
class ReceptionController {

    private final Acts acts;
    private final RecordReport report;
    private final SettleReception settle;
    private final WithdrawReception withdraw;
    private final ReceptionDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    ReceptionController(
            Acts acts,
            RecordReport report,
            SettleReception settle,
            WithdrawReception withdraw,
            ReceptionDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.report = report;
        this.settle = settle;
        this.withdraw = withdraw;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/receptions/{reception}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID reception) {
        return page(actor, reception, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/receptions/{reception}/report")
    @Allow(act = RecordReport.class)
    ResponseEntity<Page> report(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var on = typed.day("on");
        if (on.isEmpty()) {
            return invalid(actor, reception, typed, "on", "请填写报到的日期");
        }
        var command = new RecordReport.Command(id, reception, on.get(), typed.value("why"));
        return switch (acts.perform(actor, report, command)) {
            case RecordReport.Outcome.Reported ignored ->
                Answer.seeOther("/receptions/" + reception, Flash.success("已登记报到。"));
            case RecordReport.Outcome.NotFound() -> Answer.notFound();
            case RecordReport.Outcome.NotNow() -> invalid(actor, reception, typed, "on", "已经登记过报到，或者已经终止");
            case RecordReport.Outcome.Wanting(var field, var why) -> invalid(actor, reception, typed, field, why);
            case RecordReport.Outcome.LooksSecret(var found) ->
                invalid(actor, reception, typed, found.field(), found.why());
        };
    }

    @PostMapping("/receptions/{reception}/settlement")
    @Allow(act = SettleReception.class)
    ResponseEntity<Page> settle(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var on = typed.day("settledOn");
        if (on.isEmpty()) {
            return invalid(actor, reception, typed, "settledOn", "请填写办结的日期");
        }
        var command = new SettleReception.Command(id, reception, on.get(), typed.value("how"));
        return switch (acts.perform(actor, settle, command)) {
            case SettleReception.Outcome.Settled ignored ->
                Answer.seeOther("/receptions/" + reception, Flash.success("已登记办结。"));
            case SettleReception.Outcome.NotFound() -> Answer.notFound();
            case SettleReception.Outcome.NotNow() -> invalid(actor, reception, typed, "settledOn", "还没有报到，或者已经办结、终止");
            case SettleReception.Outcome.Wanting(var field, var why) -> invalid(actor, reception, typed, field, why);
            case SettleReception.Outcome.LooksSecret(var found) ->
                invalid(actor, reception, typed, found.field(), found.why());
        };
    }

    @PostMapping("/receptions/{reception}/withdrawal")
    @Allow(act = WithdrawReception.class)
    ResponseEntity<Page> withdraw(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new WithdrawReception.Command(id, reception, typed.value("withdrawal"));
        return switch (acts.perform(actor, withdraw, command)) {
            case WithdrawReception.Outcome.Withdrawn ignored -> Answer.seeOther("/receptions", Flash.success("已撤回。"));
            case WithdrawReception.Outcome.NotFound() -> Answer.notFound();
            case WithdrawReception.Outcome.InUse() ->
                invalid(actor, reception, typed, "withdrawal", "已经报到、审档、评分或终止，不能撤回");
            case WithdrawReception.Outcome.NoReason() ->
                invalid(actor, reception, typed, "withdrawal", "请写明登记错了什么，不超过 200 字");
            case WithdrawReception.Outcome.LooksSecret(var found) ->
                invalid(actor, reception, typed, found.field(), found.why());
        };
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID id, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, id, typed, FieldErrors.of(field, why)));
    }

    private ReceptionPage page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(id);
            return new ReceptionPage(
                    one,
                    desk.facts(one),
                    desk.points(one),
                    desk.terms(one),
                    desk.missing(one),
                    desk.allowance(one),
                    Permission.mayPerform(ReceivePerson.class, actor),
                    divisions.today().toString(),
                    typed,
                    errors);
        });
    }
}
