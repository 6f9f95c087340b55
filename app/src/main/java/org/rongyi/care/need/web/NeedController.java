package org.rongyi.care.need.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.need.AnswerNeed;
import org.rongyi.care.need.NeedDoor;
import org.rongyi.care.need.NeedState;
import org.rongyi.care.need.web.NeedList.Move;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One need, and its answer. */
@Controller
class NeedController {

    private final Acts acts;
    private final AnswerNeed answerNeed;
    private final NeedList needs;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final List<NeedDoor> doors;

    NeedController(
            Acts acts,
            AnswerNeed answerNeed,
            NeedList needs,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            List<NeedDoor> doors) {
        this.doors = doors;
        this.acts = acts;
        this.answerNeed = answerNeed;
        this.needs = needs;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
    }

    @GetMapping("/needs/{need}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    ResponseEntity<Page> show(Actor.Office actor, @PathVariable UUID need) {
        var moves = transactions.read(actor, () -> needs.find(need).isEmpty() ? needs.moves(need) : List.<Move>of());
        return moves.isEmpty()
                ? Answer.show(page(actor, need, "", FieldErrors.none()))
                : Answer.show(HttpStatus.GONE, gone(moves.getLast()));
    }

    /** It went with its person: whoever has the old address is told where. */
    private MessagePage gone(Move move) {
        return new MessagePage(
                        410,
                        "这项需求已转办",
                        Words.day(move.on()) + "，人移交到" + divisions.fullName(move.to()) + "，没办完的需求随之转去，由那里答复。",
                        "原来的走访记录还在这里。")
                .leadingTo("回需求台账", "/needs");
    }

    @PostMapping("/needs/{need}/answer")
    @Allow(act = AnswerNeed.class)
    ResponseEntity<?> answer(
            Actor.Office actor,
            CommandId command,
            @PathVariable UUID need,
            @RequestParam int version,
            @RequestParam NeedState next,
            @RequestParam(defaultValue = "") String answer) {
        var outcome =
                acts.perform(actor, answerNeed, new AnswerNeed.Command(command, need, version, next, answer.strip()));
        return switch (outcome) {
            case AnswerNeed.Outcome.Done(var id) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/needs/" + id))
                        .build();
            case AnswerNeed.Outcome.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case AnswerNeed.Outcome.Stale() ->
                throw new ResponseStatusException(HttpStatus.CONFLICT, "这项需求刚被别人办过，请重新打开");
            case AnswerNeed.Outcome.NotFromHere(var state) ->
                throw new ResponseStatusException(HttpStatus.CONFLICT, "这项需求" + state.zh() + "，不能再这样办");
            case AnswerNeed.Outcome.LooksSecret(var found) ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .body(page(actor, need, answer, FieldErrors.of(found.field(), found.why())));
            case AnswerNeed.Outcome.NoAnswer() ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .body(page(actor, need, answer, FieldErrors.of("answer", "请用 1 至 500 字写明怎么答复的")));
        };
    }

    private NeedPage page(Actor.Office actor, UUID need, String answer, FieldErrors errors) {
        var row = transactions
                .read(actor, () -> needs.find(need))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var moves = transactions.read(actor, () -> needs.moves(need));
        boolean open = row.state().mayBecome(NeedState.ANSWERED);
        return new NeedPage(
                row,
                divisions.fullName(row.code()),
                policy.label("need.kind", row.kind()),
                moves.stream().map(this::line).toList(),
                moves.isEmpty() || actor.scope().contains(moves.getFirst().from()),
                transactions.read(actor, () -> ways(actor, row)),
                open && Permission.mayPerform(AnswerNeed.class, actor),
                answer,
                errors);
    }

    private List<NeedDoor.Way> ways(Actor.Office actor, NeedList.Row row) {
        var need = new NeedDoor.Need(
                row.id(), row.person(), row.kind(), !row.state().mayBecome(NeedState.ANSWERED));
        return doors.stream().flatMap(door -> door.of(need, actor).stream()).toList();
    }

    private String line(Move move) {
        return Words.day(move.on()) + " 随人从" + divisions.fullName(move.from()) + "转来";
    }
}
