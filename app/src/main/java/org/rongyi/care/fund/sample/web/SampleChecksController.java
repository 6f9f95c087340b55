package org.rongyi.care.fund.sample.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.sample.AnswerCheck;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.care.fund.sample.FollowDifference;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Money;
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

/** 回访: what a unit has to ask, one of them, and what a bureau looks into. */
@Controller
class SampleChecksController {

    private static final int LONGEST = 200;

    private final Acts acts;
    private final AnswerCheck answer;
    private final FollowDifference follow;
    private final Checks checks;
    private final Funds funds;
    private final Transactions transactions;
    private final Clock clock;

    SampleChecksController(
            Acts acts,
            AnswerCheck answer,
            FollowDifference follow,
            Checks checks,
            Funds funds,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.answer = answer;
        this.follow = follow;
        this.checks = checks;
        this.funds = funds;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/checks")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String afterToFollow) {
        return transactions.read(
                actor,
                () -> new ChecksPage(
                        part(actor, ChecksPage.Which.WAITING, after),
                        part(actor, ChecksPage.Which.TO_FOLLOW, afterToFollow),
                        checks.count(actor.unit()),
                        checks.countToFollow(actor.unit()),
                        !afterToFollow.isEmpty()));
    }

    @GetMapping({"/checks/export.xlsx", "/checks/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "WAITING") ChecksPage.Which which,
            HttpServletResponse response) {
        WholeList.send(
                actor,
                response,
                LocalDate.now(clock),
                after -> transactions.read(actor, () -> part(actor, which, after)));
    }

    private ChecksPage.Part part(Actor.Office actor, ChecksPage.Which which, String after) {
        return ChecksPage.Part.of(
                which,
                switch (which) {
                    case WAITING -> checks.waiting(actor.unit(), after);
                    case TO_FOLLOW -> checks.toFollow(actor.unit(), after);
                });
    }

    @GetMapping("/checks/{check}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page show(Actor.Office actor, @PathVariable UUID check) {
        return page(actor, check, Map.of(), FieldErrors.none());
    }

    @PostMapping("/checks/{check}")
    @Allow(act = AnswerCheck.class)
    ResponseEntity<Page> answer(
            Actor.Office actor, CommandId id, @PathVariable UUID check, @RequestParam Map<String, String> typed) {
        var errors = FieldErrors.none();
        var how = Typed.one(CheckPage.How.class, typed.get("how"), "how", "请选择问到的情况", errors);
        boolean received = how.filter(CheckPage.How.RECEIVED::equals).isPresent();
        var amount = received ? Typed.amount(typed.get("amount"), "amount", errors) : Optional.<Money>empty();
        var day =
                received ? Typed.day(typed.get("on"), "on", "请选择他说的日期，记不清的写大约哪天", errors) : Optional.<LocalDate>empty();
        errors.require(Typed.text(typed.get("words")).length() <= LONGEST, "words", "不超过 200 个字");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, check, typed, errors));
        }
        var said = new Checks.Said(
                how.orElseThrow().received(), amount.orElse(null), day.orElse(null), Typed.text(typed.get("words")));
        return switch (acts.perform(actor, answer, new AnswerCheck.Command(id, check, said))) {
            case AnswerCheck.Outcome.Answered(var ignored, var differs) ->
                Answer.seeOther("/checks", Flash.success(differs ? "已登记；与账不符，已交上级去查" : "已登记"));
            case AnswerCheck.Outcome.NotFound() -> Answer.notFound();
            case AnswerCheck.Outcome.AlreadyAnswered() -> wrong(actor, check, typed, "how", "已有人登记过");
            case AnswerCheck.Outcome.OwnDecision() -> wrong(actor, check, typed, "how", "这笔是您决定的，请别的同事去问");
            case AnswerCheck.Outcome.OwnHandOut() -> wrong(actor, check, typed, "how", "这笔是您发放的，请别的同事去问");
            case AnswerCheck.Outcome.LooksSecret(var found) -> wrong(actor, check, typed, "words", found.why());
            case AnswerCheck.Outcome.AmountAndDay() -> wrong(actor, check, typed, "amount", "收到的，请写他说收到多少、哪天");
            case AnswerCheck.Outcome.NoReason() -> wrong(actor, check, typed, "words", "没收到、没问到的，请写明情况");
            case AnswerCheck.Outcome.WrongDay() -> wrong(actor, check, typed, "on", "日期还没有到");
        };
    }

    @PostMapping("/checks/{check}/followed")
    @Allow(act = FollowDifference.class)
    ResponseEntity<Page> follow(
            Actor.Office actor, CommandId id, @PathVariable UUID check, @RequestParam(defaultValue = "") String words) {
        var typed = Map.of("words", words);
        return switch (acts.perform(actor, follow, new FollowDifference.Command(id, check, words))) {
            case FollowDifference.Outcome.Followed ignored -> Answer.seeOther("/checks/" + check, Flash.success("已登记"));
            case FollowDifference.Outcome.NotFound() -> Answer.notFound();
            case FollowDifference.Outcome.NoReason() -> wrong(actor, check, typed, "words", "请写明查的结果，不超过 200 字");
            case FollowDifference.Outcome.LooksSecret(var found) -> wrong(actor, check, typed, "words", found.why());
            case FollowDifference.Outcome.AlreadyAnswered() -> wrong(actor, check, typed, "words", "已有人登记过结果");
        };
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID check, Map<String, String> typed, String field, String why) {
        return Answer.invalid(page(actor, check, typed, FieldErrors.of(field, why)));
    }

    /** For the unit that asks, the one that looks into it, and the one that keeps the fund. */
    private CheckPage page(Actor.Office actor, UUID id, Map<String, String> typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var check = checks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var fund = funds.find(check.fund()).orElseThrow();
            if (!actor.unit().equals(check.unit())
                    && !actor.unit().equals(check.followUnit())
                    && !actor.unit().equals(fund.unit())) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return new CheckPage(fund, check, actor, LocalDate.now(clock), typed, errors);
        });
    }
}
