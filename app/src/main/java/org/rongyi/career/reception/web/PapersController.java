package org.rongyi.career.reception.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.reception.AskForPapers;
import org.rongyi.career.reception.CheckPapers;
import org.rongyi.career.reception.PaperState;
import org.rongyi.career.reception.Papers;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
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

/** 审档清单, and asking the army for what is missing. */
@Controller
class PapersController {

    private final Acts acts;
    private final CheckPapers check;
    private final AskForPapers ask;
    private final Papers papers;
    private final ReceptionDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    PapersController(
            Acts acts,
            CheckPapers check,
            AskForPapers ask,
            Papers papers,
            ReceptionDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.check = check;
        this.ask = ask;
        this.papers = papers;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/receptions/{reception}/papers")
    @Allow(act = CheckPapers.class)
    Page form(Actor.Office actor, @PathVariable UUID reception) {
        return page(actor, reception, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/receptions/{reception}/papers")
    @Allow(act = CheckPapers.class)
    ResponseEntity<Page> check(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID reception,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var errors = FieldErrors.none();
        var fileOn = typed.day("fileOn");
        errors.require(fileOn.isPresent(), "fileOn", "请填写收到档案的日期");
        var pieces = pieces(typed, fileOn.orElse(divisions.today()), errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, reception, typed, errors));
        }
        var command = new CheckPapers.Command(id, reception, fileOn.orElseThrow(), typed.value("receipt"), pieces);
        return switch (acts.perform(actor, check, command)) {
            case CheckPapers.Outcome.Checked(var one, var missing) ->
                Answer.seeOther(
                        "/receptions/" + one + "/papers",
                        Flash.success(missing == 0 ? "已登记，应有的材料都有。" : "已登记，还缺 " + missing + " 种。"));
            case CheckPapers.Outcome.NotFound() -> Answer.notFound();
            case CheckPapers.Outcome.NotNow() ->
                Answer.invalid(page(actor, reception, typed, FieldErrors.of("fileOn", "已经办结或终止，不能再改")));
            case CheckPapers.Outcome.Wanting(var field, var why) ->
                Answer.invalid(page(actor, reception, typed, FieldErrors.of(field, why)));
            case CheckPapers.Outcome.LooksSecret(var found) ->
                Answer.invalid(page(actor, reception, typed, FieldErrors.of(found.field(), found.why())));
        };
    }

    @PostMapping("/receptions/{reception}/papers/request")
    @Allow(act = AskForPapers.class)
    ResponseEntity<Page> ask(Actor.Office actor, CommandId id, @PathVariable UUID reception) {
        var back = "/receptions/" + reception + "/papers";
        return switch (acts.perform(actor, ask, new AskForPapers.Command(id, reception))) {
            case AskForPapers.Outcome.Asked(var one, var many) ->
                Answer.seeOther(back, Flash.success("已登记去函，补要 " + many + " 种材料。"));
            case AskForPapers.Outcome.NotFound() -> Answer.notFound();
            case AskForPapers.Outcome.NotNow() ->
                Answer.invalid(page(actor, reception, Typed.empty(), FieldErrors.of("fileOn", "已经办结或终止")));
            case AskForPapers.Outcome.NothingChanged() ->
                Answer.invalid(page(actor, reception, Typed.empty(), FieldErrors.of("fileOn", "没有缺的，或者都已经去函")));
        };
    }

    /** Those the form names; a paper that is there came with the file unless another day is typed. */
    private Map<String, CheckPapers.Found> pieces(Typed typed, LocalDate fileOn, FieldErrors errors) {
        var pieces = new LinkedHashMap<String, CheckPapers.Found>();
        for (var field : typed.fields().keySet()) {
            if (!field.startsWith("state.")) {
                continue;
            }
            var kind = field.substring("state.".length());
            var state = typed.value(field);
            if (!state.equals(PaperState.PRESENT.name())) {
                var other = state.equals(PaperState.MISSING.name()) ? PaperState.MISSING : PaperState.NOT_NEEDED;
                pieces.put(kind, new CheckPapers.Found(other, null, null));
                continue;
            }
            var pages = typed.value("pages." + kind);
            var on = typed.value("on." + kind).isEmpty() ? Optional.of(fileOn) : typed.day("on." + kind);
            errors.require(pages.matches("[1-9][0-9]{0,3}"), "pages." + kind, "有的材料请填页数，1 至 9999")
                    .require(on.isPresent(), "on." + kind, "请填写正确的日期");
            if (pages.matches("[1-9][0-9]{0,3}") && on.isPresent()) {
                pieces.put(kind, new CheckPapers.Found(PaperState.PRESENT, Integer.valueOf(pages), on.get()));
            }
        }
        return pieces;
    }

    private PapersPage page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(id);
            var pieces = papers.of(id);
            long unasked = pieces.stream()
                    .filter(piece -> piece.state() == PaperState.MISSING && piece.asked() == null)
                    .count();
            return new PapersPage(one, pieces, unasked, divisions.today().toString(), typed, errors);
        });
    }
}
