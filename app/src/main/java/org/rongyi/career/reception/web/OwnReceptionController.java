package org.rongyi.career.reception.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.Receptions;
import org.rongyi.career.reception.ending.Endings;
import org.rongyi.career.reception.ending.ObjectToEnd;
import org.rongyi.career.reception.scoring.ObjectToScore;
import org.rongyi.career.reception.scoring.Reopenings;
import org.rongyi.career.reception.scoring.ScoreObjections;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.web.ScoreDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
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

/** 我的移交安置: the veteran's own page, and his objection to the score. */
@Controller
class OwnReceptionController {

    private static final int MOST = 5;

    private final Acts acts;
    private final ObjectToScore object;
    private final ObjectToEnd objectToEnd;
    private final Receptions receptions;
    private final Endings endings;
    private final Policy policy;
    private final ReceptionDesk desk;
    private final Scores scores;
    private final ScoreDesk scoreDesk;
    private final ScoreObjections objections;
    private final Reopenings reopenings;
    private final Divisions divisions;
    private final Transactions transactions;

    OwnReceptionController(
            Acts acts,
            ObjectToScore object,
            ObjectToEnd objectToEnd,
            Receptions receptions,
            Endings endings,
            Policy policy,
            ReceptionDesk desk,
            Scores scores,
            ScoreDesk scoreDesk,
            ScoreObjections objections,
            Reopenings reopenings,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.object = object;
        this.objectToEnd = objectToEnd;
        this.endings = endings;
        this.policy = policy;
        this.receptions = receptions;
        this.desk = desk;
        this.scores = scores;
        this.scoreDesk = scoreDesk;
        this.objections = objections;
        this.reopenings = reopenings;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/me/receptions")
    @Allow(self = true)
    Page own(Actor.Self actor) {
        return page(actor, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/me/receptions/{reception}/objection")
    @Allow(act = ObjectToScore.class)
    ResponseEntity<Page> object(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new ObjectToScore.Command(id, reception, typed.value("words"));
        return switch (acts.perform(actor, object, command)) {
            case ObjectToScore.Outcome.Objected ignored ->
                Answer.seeOther("/me/receptions", Flash.success("异议已提出，由没有经手评分的人答复。"));
            case ObjectToScore.Outcome.NotFound() -> Answer.notFound();
            case ObjectToScore.Outcome.NotHanging() -> refuse(actor, typed, "公示已经结束，或者还没有认定");
            case ObjectToScore.Outcome.AlreadyOpen() -> refuse(actor, typed, "上一次的异议还没有答复，请等答复");
            case ObjectToScore.Outcome.NoReason() -> refuse(actor, typed, "请写明哪一项不对、凭什么，不超过 500 字");
            case ObjectToScore.Outcome.LooksSecret(var found) -> refuse(actor, typed, found.why());
        };
    }

    @PostMapping("/me/receptions/{reception}/ending-objection")
    @Allow(act = ObjectToEnd.class)
    ResponseEntity<Page> objectToEnd(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new ObjectToEnd.Command(id, reception, typed.value("against"));
        return switch (acts.perform(actor, objectToEnd, command)) {
            case ObjectToEnd.Outcome.Objected ignored ->
                Answer.seeOther("/me/receptions", Flash.success("异议已提出，由没有经手的负责人答复。"));
            case ObjectToEnd.Outcome.NotFound() -> Answer.notFound();
            case ObjectToEnd.Outcome.NotNow() -> refuse(actor, typed, "against", "没有可以提异议的决定，或者期限已经过了");
            case ObjectToEnd.Outcome.NoReason() -> refuse(actor, typed, "against", "请写明为什么，不超过 500 字");
            case ObjectToEnd.Outcome.LooksSecret(var found) -> refuse(actor, typed, "against", found.why());
        };
    }

    private ResponseEntity<Page> refuse(Actor.Self actor, Typed typed, String why) {
        return refuse(actor, typed, "words", why);
    }

    private ResponseEntity<Page> refuse(Actor.Self actor, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, typed, FieldErrors.of(field, why)));
    }

    private OwnReceptionPage page(Actor.Self actor, Typed typed, FieldErrors errors) {
        var today = divisions.today();
        return transactions.read(
                actor,
                () -> new OwnReceptionPage(
                        receptions.of(actor.person(), MOST).stream()
                                .map(one -> own(one, today))
                                .toList(),
                        typed,
                        errors));
    }

    private OwnReceptionPage.Own own(Reception one, LocalDate today) {
        var standing = scores.standing(one.id());
        var until = standing.until();
        var brought = objections.of(one.id());
        var ending = endings.of(one.id()).stream().findFirst().orElse(null);
        return new OwnReceptionPage.Own(
                one,
                desk.facts(one),
                desk.terms(one),
                desk.points(one),
                desk.missing(one),
                standing,
                until == null ? List.of() : scoreDesk.counted(one),
                brought,
                until != null
                        && !today.isAfter(until)
                        && brought.stream().noneMatch(objection -> objection.upheld() == null),
                reopenings.of(one.id()),
                desk.allowance(one),
                ending,
                ending != null && mayObject(ending, today));
    }

    private boolean mayObject(Endings.Ending ending, LocalDate today) {
        var decided = ending.decidedOn();
        return ending.isAgreed()
                && ending.objection() == null
                && decided != null
                && !today.isAfter(decided.plusDays(policy.number(ObjectToEnd.DAYS, decided)));
    }
}
