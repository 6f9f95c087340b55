package org.rongyi.care.fund.books.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.care.fund.books.CloseYear;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.care.fund.books.ProposeYearEnd;
import org.rongyi.care.fund.books.Statements;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 年终结账. */
@Controller
class YearEndController {

    private final Acts acts;
    private final ProposeYearEnd propose;
    private final CloseYear close;
    private final Closings closings;
    private final Statements statements;
    private final FundReach reach;
    private final Transactions transactions;

    YearEndController(
            Acts acts,
            ProposeYearEnd propose,
            CloseYear close,
            Closings closings,
            Statements statements,
            FundReach reach,
            Transactions transactions) {
        this.acts = acts;
        this.propose = propose;
        this.close = close;
        this.closings = closings;
        this.statements = statements;
        this.reach = reach;
        this.transactions = transactions;
    }

    @GetMapping("/funds/{fund}/years")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID fund) {
        return page(actor, fund, FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/years")
    @Allow(act = ProposeYearEnd.class)
    ResponseEntity<Page> propose(
            Actor.Office actor, CommandId id, @PathVariable UUID fund, @RequestParam(defaultValue = "0") int year) {
        return switch (acts.perform(actor, propose, new ProposeYearEnd.Command(id, fund, year))) {
            case ProposeYearEnd.Outcome.Proposed ignored ->
                Answer.seeOther("/funds/" + fund + "/years", Flash.success("已提出，等另一位负责人核定"));
            case ProposeYearEnd.Outcome.NotFound() -> Answer.notFound();
            case ProposeYearEnd.Outcome.ClosedBefore() -> refuse(actor, fund, "这一年已经结账");
            case ProposeYearEnd.Outcome.AlreadyProposed() -> refuse(actor, fund, "已有人提出，等核定");
            case ProposeYearEnd.Outcome.Obstructed(var by) -> refuse(actor, fund, words(by));
        };
    }

    @PostMapping("/closings/{closing}/answer")
    @Allow(act = CloseYear.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID closing,
            @RequestParam(defaultValue = "") String agrees) {
        var found = transactions.read(actor, () -> closings.find(closing));
        if (found.isEmpty()) {
            return Answer.notFound();
        }
        var fund = found.get().fund();
        return switch (acts.perform(actor, close, new CloseYear.Command(id, closing, "yes".equals(agrees)))) {
            case CloseYear.Outcome.Closed(var ignored, var year) ->
                Answer.seeOther("/funds/" + fund + "/years", Flash.success(year + " 年已结账"));
            case CloseYear.Outcome.Declined ignored ->
                Answer.seeOther("/funds/" + fund + "/years", Flash.success("已退回"));
            case CloseYear.Outcome.NotFound() -> Answer.notFound();
            case CloseYear.Outcome.AlreadyAnswered() -> refuse(actor, fund, "已有人核定过");
            case CloseYear.Outcome.OwnProposal() -> refuse(actor, fund, "您提出的，要请另一位负责人核定");
            case CloseYear.Outcome.Obstructed(var by) -> refuse(actor, fund, words(by));
            case CloseYear.Outcome.NotCovered() -> refuse(actor, fund, "到年底为止支出多于收入和净资产，有凭证的日期记错了，请先查明更正");
        };
    }

    private static String words(List<Closings.InTheWay> by) {
        return by.stream().map(one -> one.what().zh()).collect(Collectors.joining("；", "还不能结账：", ""));
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, UUID fund, String why) {
        return Answer.invalid(page(actor, fund, FieldErrors.of("year", why)));
    }

    private Page page(Actor.Office actor, UUID id, FieldErrors errors) {
        var fund = reach.require(actor, id);
        return transactions.read(actor, () -> {
            int year = closings.next(fund);
            var period = Statements.Period.ofYear(year);
            return new YearEndPage(
                    fund,
                    year,
                    closings.inTheWay(fund, year),
                    statements.activity(id, period),
                    statements.balances(id, period.to()),
                    closings.open(id).orElse(null),
                    closings.ofFund(id).stream()
                            .filter(one -> one.state() != Closings.State.PROPOSED)
                            .toList(),
                    actor,
                    errors);
        });
    }
}
