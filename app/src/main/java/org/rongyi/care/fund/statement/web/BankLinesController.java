package org.rongyi.care.fund.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.statement.BankLines;
import org.rongyi.care.fund.statement.ConfirmLine;
import org.rongyi.care.fund.statement.ExplainLine;
import org.rongyi.care.fund.statement.ReadStatement;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 银行流水: those that wait, and one of them. */
@Controller
class BankLinesController {

    private final Acts acts;
    private final ExplainLine explain;
    private final ConfirmLine confirm;
    private final BankLines lines;
    private final FundReach reach;
    private final Transactions transactions;
    private final Clock clock;

    BankLinesController(
            Acts acts,
            ExplainLine explain,
            ConfirmLine confirm,
            BankLines lines,
            FundReach reach,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.explain = explain;
        this.confirm = confirm;
        this.lines = lines;
        this.reach = reach;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/bank-lines")
    @Allow(act = ReadStatement.class)
    BankLinesPage list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var slice = lines.waiting(actor.unit(), Cursor.parse(after, LocalDate::parse));
            return new BankLinesPage(slice.rows(), lines.count(actor.unit()), slice.next());
        });
    }

    @GetMapping({"/bank-lines/export.xlsx", "/bank-lines/print"})
    @Allow(act = ReadStatement.class)
    void export(Actor.Office actor, HttpServletResponse response) {
        WholeList.send(actor, response, LocalDate.now(clock), after -> list(actor, after));
    }

    @GetMapping("/bank-lines/{bankLine}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID bankLine) {
        return page(actor, bankLine, "", FieldErrors.none());
    }

    @PostMapping("/bank-lines/{bankLine}/explanation")
    @Allow(act = ExplainLine.class)
    ResponseEntity<Page> explain(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID bankLine,
            @RequestParam(defaultValue = "") String words) {
        return switch (acts.perform(actor, explain, new ExplainLine.Command(id, bankLine, words))) {
            case ExplainLine.Outcome.Proposed ignored -> done(bankLine, "已提交，等另一位负责人核定");
            case ExplainLine.Outcome.NotFound() -> Answer.notFound();
            case ExplainLine.Outcome.NoReason() -> refuse(actor, bankLine, words, "请写明查明的情况，不超过 200 字");
            case ExplainLine.Outcome.LooksSecret(var secret) -> refuse(actor, bankLine, words, secret.why());
            case ExplainLine.Outcome.LineTaken(var state) ->
                refuse(actor, bankLine, words, "这一笔" + state.zh() + "，不用再写");
        };
    }

    @PostMapping("/bank-lines/{bankLine}/answer")
    @Allow(act = ConfirmLine.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID bankLine,
            @RequestParam(defaultValue = "") String agrees) {
        return switch (acts.perform(actor, confirm, new ConfirmLine.Command(id, bankLine, "yes".equals(agrees)))) {
            case ConfirmLine.Outcome.Explained ignored -> done(bankLine, "已核定，不再列入待查");
            case ConfirmLine.Outcome.Declined ignored -> done(bankLine, "已退回，请重新查明");
            case ConfirmLine.Outcome.NotFound() -> Answer.notFound();
            case ConfirmLine.Outcome.AlreadyAnswered() -> refuse(actor, bankLine, "", "没有等核定的说明，或已有人核定过");
            case ConfirmLine.Outcome.OwnProposal() -> refuse(actor, bankLine, "", "您写的说明，要请另一位负责人核定");
        };
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, UUID line, String words, String why) {
        return Answer.invalid(page(actor, line, words, FieldErrors.of("words", why)));
    }

    private static ResponseEntity<Page> done(UUID line, String said) {
        return Answer.seeOther("/bank-lines/" + line, Flash.success(said));
    }

    private BankLinePage page(Actor.Office actor, UUID id, String words, FieldErrors errors) {
        var line = transactions
                .read(actor, () -> lines.find(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var fund = reach.require(actor, line.fund());
        return transactions.read(actor, () -> new BankLinePage(fund, line, lines.entries(id), actor, words, errors));
    }
}
