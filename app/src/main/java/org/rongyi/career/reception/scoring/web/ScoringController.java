package org.rongyi.career.reception.scoring.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.placement.score.ScoreTerms;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.Receptions;
import org.rongyi.career.reception.scoring.AddScorePages;
import org.rongyi.career.reception.scoring.AnswerScoreObjection;
import org.rongyi.career.reception.scoring.ClearStop;
import org.rongyi.career.reception.scoring.DecideScore;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.ReopenScore;
import org.rongyi.career.reception.scoring.Reopenings;
import org.rongyi.career.reception.scoring.ScoreObjections;
import org.rongyi.career.reception.scoring.ScorePageReaders;
import org.rongyi.career.reception.scoring.ScorePages;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.Scoring;
import org.rongyi.career.reception.scoring.ScoringState;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
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

/** 量化评分 of one who was handed over: entries, what they differ in, the city's decision, objections. */
@Controller
class ScoringController {

    private final Acts acts;
    private final EnterScore enter;
    private final ClearStop clear;
    private final DecideScore decide;
    private final AnswerScoreObjection answer;
    private final ReopenScore reopen;
    private final Reopenings reopenings;
    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final ScoreObjections objections;
    private final ScorePages pages;
    private final ScoreDesk desk;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    ScoringController(
            Acts acts,
            EnterScore enter,
            ClearStop clear,
            DecideScore decide,
            AnswerScoreObjection answer,
            ReopenScore reopen,
            Reopenings reopenings,
            Receptions receptions,
            Scores scores,
            Scoring scoring,
            ScoreObjections objections,
            ScorePages pages,
            ScoreDesk desk,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.enter = enter;
        this.clear = clear;
        this.decide = decide;
        this.answer = answer;
        this.reopen = reopen;
        this.reopenings = reopenings;
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.objections = objections;
        this.pages = pages;
        this.desk = desk;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/receptions/scores")
    @Allow(act = EnterScore.class)
    Page list(Actor.Office actor) {
        return transactions.read(actor, () -> new ScoresPage(scores.waiting(actor.scope())));
    }

    @GetMapping("/receptions/{reception}/score")
    @Allow(act = ScorePageReaders.class)
    Page show(Actor.Office actor, @PathVariable UUID reception) {
        return page(actor, reception, Typed.empty(), FieldErrors.none());
    }

    @GetMapping("/receptions/{reception}/score/entry")
    @Allow(act = EnterScore.class)
    Page form(Actor.Office actor, @PathVariable UUID reception, @RequestParam(defaultValue = "ARMY") String as) {
        var whose = as(as);
        return transactions.read(actor, () -> {
            var one = require(reception);
            var entries = scores.entries(reception);
            var before = entries.getOrDefault(whose, whose == EnteredAs.CITY ? entries.get(EnteredAs.OFFICE) : null);
            var typed = before == null
                    ? Typed.empty()
                    : EntryForm.of(one.table(), before).typed();
            return entryPage(one, whose, typed, FieldErrors.none());
        });
    }

    @PostMapping("/receptions/{reception}/score")
    @Allow(act = EnterScore.class)
    ResponseEntity<Page> enter(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = new EntryForm(new Typed(fields));
        var whose = as(form.typed().value("as")) == EnteredAs.OFFICE ? EnteredAs.OFFICE : EnteredAs.ARMY;
        var errors = FieldErrors.none();
        var table = transactions.read(actor, () -> require(reception).table());
        var lines = form.lines(table, errors);
        var stated = whose == EnteredAs.ARMY ? form.stated(errors) : null;
        if (!errors.isEmpty()) {
            return again(actor, reception, whose, form.typed(), errors);
        }
        var command = new EnterScore.Command(id, reception, whose, lines, stated);
        return switch (acts.perform(actor, enter, command)) {
            case EnterScore.Outcome.Entered(var one, var state) ->
                Answer.seeOther("/receptions/" + one + "/score", Flash.success("已录入：" + state.zh() + "。"));
            case EnterScore.Outcome.NotFound() -> Answer.notFound();
            case EnterScore.Outcome.NotNow() ->
                again(actor, reception, whose, form.typed(), "stated", "现在不能录入：先录部队的评分表；已认定的要改，由没有经手的负责人决定重新审档");
            case EnterScore.Outcome.SamePerson() ->
                again(actor, reception, whose, form.typed(), "stated", "录入部队评分表的，不再审档，也不改已经录入的；请另一位同事办");
            case EnterScore.Outcome.NotScored() ->
                again(actor, reception, whose, form.typed(), "stated", "只有安排工作的和转业的军官才评分");
            case EnterScore.Outcome.NoTable() ->
                again(actor, reception, whose, form.typed(), "stated", "那天退役的没有公开的评分标准，不能评分；2023 年办法的分值，省里录入以后才能评");
            case EnterScore.Outcome.Wanting(var field, var why) ->
                again(actor, reception, whose, form.typed(), EntryForm.shown(table, field), why);
            case EnterScore.Outcome.LooksSecret(var found) ->
                again(actor, reception, whose, form.typed(), EntryForm.shown(table, found.field()), found.why());
        };
    }

    @PostMapping("/receptions/{reception}/score/decision")
    @Allow(act = DecideScore.class)
    ResponseEntity<Page> decide(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = new EntryForm(new Typed(fields));
        var errors = FieldErrors.none();
        var table = transactions.read(actor, () -> require(reception).table());
        var lines = form.lines(table, errors);
        if (!errors.isEmpty()) {
            return again(actor, reception, EnteredAs.CITY, form.typed(), errors);
        }
        var command = new DecideScore.Command(id, reception, lines, form.typed().value("reason"));
        return switch (acts.perform(actor, decide, command)) {
            case DecideScore.Outcome.Decided(var one) ->
                Answer.seeOther("/receptions/" + one + "/score", Flash.success("已认定。"));
            case DecideScore.Outcome.NotFound() -> Answer.notFound();
            case DecideScore.Outcome.NotNow() ->
                again(actor, reception, EnteredAs.CITY, form.typed(), "reason", "没有等市级认定的，请打开评分看办到哪里");
            case DecideScore.Outcome.SamePerson() ->
                again(actor, reception, EnteredAs.CITY, form.typed(), "reason", "录入过的人不认定，请换一位同事");
            case DecideScore.Outcome.NoPages(var items) ->
                again(
                        actor,
                        reception,
                        EnteredAs.CITY,
                        form.typed(),
                        "reason",
                        "凭据页没有传齐：" + String.join("、", items) + "。请在评分页逐项上传，看过原件的那一页再认定");
            case DecideScore.Outcome.NoReason() ->
                again(actor, reception, EnteredAs.CITY, form.typed(), "reason", "请写明认定的理由，不超过 500 字");
            case DecideScore.Outcome.Wanting(var field, var why) ->
                again(actor, reception, EnteredAs.CITY, form.typed(), EntryForm.shown(table, field), why);
            case DecideScore.Outcome.LooksSecret(var found) ->
                again(
                        actor,
                        reception,
                        EnteredAs.CITY,
                        form.typed(),
                        EntryForm.shown(table, found.field()),
                        found.why());
        };
    }

    @PostMapping("/receptions/{reception}/score/clearance")
    @Allow(act = ClearStop.class)
    ResponseEntity<Page> clear(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new ClearStop.Command(id, reception, as(typed.value("as")), typed.value("why"));
        return switch (acts.perform(actor, clear, command)) {
            case ClearStop.Outcome.Cleared(var one) ->
                Answer.seeOther("/receptions/" + one + "/score", Flash.success("已登记核对。"));
            case ClearStop.Outcome.NotFound() -> Answer.notFound();
            case ClearStop.Outcome.NotNow() -> invalid(actor, reception, typed, "why", "没有要核对的了");
            case ClearStop.Outcome.SamePerson() -> invalid(actor, reception, typed, "why", "自己录入的请另一位同事核对");
            case ClearStop.Outcome.NoReason() -> invalid(actor, reception, typed, "why", "请写明核对的结论，不超过 200 字");
            case ClearStop.Outcome.LooksSecret(var found) -> invalid(actor, reception, typed, "why", found.why());
        };
    }

    @PostMapping("/receptions/{reception}/score/answer")
    @Allow(act = AnswerScoreObjection.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var verdict = typed.value("upheld");
        if (!List.of("YES", "NO").contains(verdict)) {
            return invalid(actor, reception, typed, "upheld", "请选择异议是不是成立");
        }
        var command = new AnswerScoreObjection.Command(id, reception, verdict.equals("YES"), typed.value("answer"));
        return switch (acts.perform(actor, answer, command)) {
            case AnswerScoreObjection.Outcome.Answered(var one) ->
                Answer.seeOther("/receptions/" + one + "/score", Flash.success("已答复，本人在自己的页面上看得到。"));
            case AnswerScoreObjection.Outcome.NotFound() -> Answer.notFound();
            case AnswerScoreObjection.Outcome.NotNow() -> invalid(actor, reception, typed, "answer", "没有等答复的异议");
            case AnswerScoreObjection.Outcome.SamePerson() ->
                invalid(actor, reception, typed, "answer", "录入、认定过的人不答复，请换一位同事");
            case AnswerScoreObjection.Outcome.NoReason() ->
                invalid(actor, reception, typed, "answer", "请写明答复，不超过 500 字");
            case AnswerScoreObjection.Outcome.LooksSecret(var found) ->
                invalid(actor, reception, typed, "answer", found.why());
        };
    }

    @PostMapping("/receptions/{reception}/score/reopening")
    @Allow(act = ReopenScore.class)
    ResponseEntity<Page> reopen(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new ReopenScore.Command(id, reception, typed.value("reason"), typed.value("paper"));
        return switch (acts.perform(actor, reopen, command)) {
            case ReopenScore.Outcome.Reopened(var one) ->
                Answer.seeOther("/receptions/" + one + "/score", Flash.success("已决定重新审档，已经告诉本人；请经办人重新录入审档。"));
            case ReopenScore.Outcome.NotFound() -> Answer.notFound();
            case ReopenScore.Outcome.NotNow() ->
                invalid(actor, reception, typed, "reason", "没有已认定的得分，或者安置已经办结、终止，不能重新审档");
            case ReopenScore.Outcome.ObjectionOpen() ->
                invalid(actor, reception, typed, "reason", "本人的异议还没有答复，请先答复；异议成立的，就是重新审档");
            case ReopenScore.Outcome.SamePerson() ->
                invalid(actor, reception, typed, "reason", "录入、认定过的人不能决定重新审档，请另一位负责人办");
            case ReopenScore.Outcome.Wanting(var field, var why) -> invalid(actor, reception, typed, field, why);
        };
    }

    /** The army's sheet where nothing else is named. */
    private static EnteredAs as(String text) {
        return Arrays.stream(EnteredAs.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(EnteredAs.ARMY);
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UUID id, EnteredAs as, Typed typed, String field, String why) {
        return again(actor, id, as, typed, FieldErrors.of(field, why));
    }

    private ResponseEntity<Page> again(Actor.Office actor, UUID id, EnteredAs as, Typed typed, FieldErrors errors) {
        return Answer.invalid(transactions.read(actor, () -> entryPage(require(id), as, typed, errors)));
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID id, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, id, typed, FieldErrors.of(field, why)));
    }

    private ScoreEntryPage entryPage(Reception one, EnteredAs as, Typed typed, FieldErrors errors) {
        return new ScoreEntryPage(one, as, scoring.asked(one), typed, errors);
    }

    private ScorePage page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = require(id);
            var entries = scores.entries(id);
            var standing = scores.standing(id);
            var stopped = entries.values().stream()
                    .filter(Entry::isStopped)
                    .findFirst()
                    .orElse(null);
            return new ScorePage(
                    one,
                    why(one),
                    standing,
                    desk.shown(one),
                    Permission.mayPerform(ClearStop.class, actor) ? stopped : null,
                    next(actor, one, standing, entries.containsKey(EnteredAs.ARMY)),
                    objections.of(id),
                    Permission.mayPerform(AnswerScoreObjection.class, actor),
                    reopenings.of(id),
                    one.isOpen()
                            && standing.state() == ScoringState.SETTLED
                            && Permission.mayPerform(ReopenScore.class, actor)
                            && entries.values().stream().noneMatch(entry -> actor.speaksFor(entry.account())),
                    one.isOpen()
                            && standing.state() != ScoringState.SETTLED
                            && Permission.mayPerform(AddScorePages.class, actor),
                    standing.state() == ScoringState.DIFFERS
                            ? scoring.words(one, pages.without(id, scoring.disputed(one, entries)))
                            : List.of(),
                    policy.isProposed(divisions.today(), "placement.outlier", "placement.notice.score.days"),
                    ScoreTerms.hasProposedDays(policy, one.table(), one.discharged()),
                    typed,
                    errors);
        });
    }

    private String why(Reception one) {
        if (!one.isForWork()) {
            return "只有安排工作的和转业的军官才评分";
        }
        return scoring.isKnown(one) ? "" : "那天退役的没有公开的评分标准；2023 年办法的分值，省里录入以后才能评";
    }

    private List<EnteredAs> next(Actor.Office actor, Reception one, Scores.Standing standing, boolean army) {
        var next = new ArrayList<EnteredAs>();
        if (!why(one).isEmpty() || !one.isOpen() || standing.state() == ScoringState.SETTLED) {
            return next;
        }
        if (Permission.mayPerform(EnterScore.class, actor)) {
            next.add(EnteredAs.ARMY);
            if (army) {
                next.add(EnteredAs.OFFICE);
            }
        }
        if (standing.state() == ScoringState.DIFFERS && Permission.mayPerform(DecideScore.class, actor)) {
            next.add(EnteredAs.CITY);
        }
        return List.copyOf(next);
    }

    private Reception require(UUID id) {
        return receptions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
