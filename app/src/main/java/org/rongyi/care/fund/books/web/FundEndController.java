package org.rongyi.care.fund.books.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.care.fund.books.EndFund;
import org.rongyi.care.fund.books.FundEnds;
import org.rongyi.care.fund.books.ProposeFundEnd;
import org.rongyi.care.fund.ledger.Journal;
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

/** 终止资金. */
@Controller
class FundEndController {

    private final Acts acts;
    private final ProposeFundEnd propose;
    private final EndFund end;
    private final Closings closings;
    private final FundEnds ends;
    private final Funds funds;
    private final Journal journal;
    private final FundReach reach;
    private final Transactions transactions;

    FundEndController(
            Acts acts,
            ProposeFundEnd propose,
            EndFund end,
            Closings closings,
            FundEnds ends,
            Funds funds,
            Journal journal,
            FundReach reach,
            Transactions transactions) {
        this.acts = acts;
        this.propose = propose;
        this.end = end;
        this.closings = closings;
        this.ends = ends;
        this.funds = funds;
        this.journal = journal;
        this.reach = reach;
        this.transactions = transactions;
    }

    @GetMapping("/funds/{fund}/end")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID fund) {
        return page(actor, fund, Typed.NOTHING, FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/end")
    @Allow(act = ProposeFundEnd.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID fund,
            @RequestParam(required = false) @Nullable UUID successor,
            @RequestParam(defaultValue = "") String reason) {
        return switch (acts.perform(actor, propose, new ProposeFundEnd.Command(id, fund, successor, reason))) {
            case ProposeFundEnd.Outcome.Proposed ignored ->
                Answer.seeOther("/funds/" + fund + "/end", Flash.success("已提出，等另一位负责人核定"));
            case ProposeFundEnd.Outcome.NotFound() -> Answer.notFound();
            case ProposeFundEnd.Outcome.NoReason() ->
                refuse(actor, fund, new Typed(reason, successor), "reason", "请写明为什么终止、依据的文件，不超过 200 字");
            case ProposeFundEnd.Outcome.LooksSecret(var found) ->
                refuse(actor, fund, new Typed(reason, successor), "reason", found.why());
            case ProposeFundEnd.Outcome.AlreadyProposed() ->
                refuse(actor, fund, new Typed(reason, successor), "reason", "已有人提出，等核定");
            case ProposeFundEnd.Outcome.Obstructed(var by) ->
                refuse(actor, fund, new Typed(reason, successor), "reason", words(by));
            case ProposeFundEnd.Outcome.NobodyTakesOver() ->
                refuse(actor, fund, new Typed(reason, successor), "successor", "还有余下的，请选择转给哪项资金");
            case ProposeFundEnd.Outcome.NotASuccessor() ->
                refuse(actor, fund, new Typed(reason, successor), "successor", "只能转给本单位同一类别、同一家慈善组织名下没有终止的资金");
        };
    }

    @PostMapping("/fund-ends/{closing}/answer")
    @Allow(act = EndFund.class)
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
        return switch (acts.perform(actor, end, new EndFund.Command(id, closing, "yes".equals(agrees)))) {
            case EndFund.Outcome.Ended ignored -> Answer.seeOther("/funds/" + fund, Flash.success("已终止，账簿只供查阅"));
            case EndFund.Outcome.Declined ignored -> Answer.seeOther("/funds/" + fund + "/end", Flash.success("已退回"));
            case EndFund.Outcome.NotFound() -> Answer.notFound();
            case EndFund.Outcome.AlreadyAnswered() -> refuse(actor, fund, Typed.NOTHING, "reason", "已有人核定过");
            case EndFund.Outcome.OwnProposal() -> refuse(actor, fund, Typed.NOTHING, "reason", "您提出的，要请另一位负责人核定");
            case EndFund.Outcome.Obstructed(var by) -> refuse(actor, fund, Typed.NOTHING, "reason", words(by));
            case EndFund.Outcome.NobodyTakesOver() ->
                refuse(actor, fund, Typed.NOTHING, "reason", "提出之后又有了余下的，请退回，选好转给哪项资金再提出");
            case EndFund.Outcome.NotASuccessor() ->
                refuse(actor, fund, Typed.NOTHING, "reason", "接收的资金已经不合适，请退回，另选一项再提出");
            case EndFund.Outcome.YearClosed(var year) ->
                refuse(actor, fund, Typed.NOTHING, "reason", "接收的资金 " + year + " 年已经结账，请明年再办");
        };
    }

    /** What stands in the fields again. */
    private record Typed(String reason, @Nullable UUID successor) {
        static final Typed NOTHING = new Typed("", null);
    }

    private static String words(List<Closings.InTheWay> by) {
        return by.stream().map(one -> one.what().zh()).collect(Collectors.joining("；", "还不能终止：", ""));
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, UUID fund, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, fund, typed, FieldErrors.of(field, why)));
    }

    private Page page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        var fund = reach.require(actor, id);
        return transactions.read(actor, () -> {
            var open = closings.open(id).orElse(null);
            var successor = open == null ? null : open.successor();
            return new FundEndPage(
                    fund,
                    fund.closedOn() == null ? ends.inTheWay(fund) : List.of(),
                    ends.isEmpty(fund),
                    fund.closedOn() == null ? journal.balances(id) : Map.of(),
                    ends.successors(fund),
                    open,
                    successor == null
                            ? null
                            : funds.find(successor).map(Fund::name).orElse(null),
                    actor,
                    typed.reason(),
                    typed.successor(),
                    errors);
        });
    }
}
