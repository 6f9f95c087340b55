package org.rongyi.platform.approval.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;

/**
 * 办理规则: where a move leads. Pure: the same position and move lead to the same place, and what is not allowed leads
 * nowhere. From each place that can be reached something leads on, until the case is closed.
 */
public final class Course {

    private Course() {}

    /** The position after the move; empty when it is not allowed there. */
    public static Optional<Position> after(Route route, Position at, Move move) {
        return Optional.ofNullable(next(route, at, move));
    }

    private static @org.jspecify.annotations.Nullable Position next(Route route, Position at, Move move) {
        return switch (move) {
            case Move.Accept() ->
                at.state() == State.RECEIVED
                        ? new Position(State.HANDLING, 1, Map.of(), true, at.supplemented(), null)
                        : null;
            case Move.Decline() ->
                at.state() == State.RECEIVED && !at.accepted() ? at.over(State.DECIDED, Result.NOT_ACCEPTED) : null;
            case Move.AskSupplement() ->
                at.state() == State.RECEIVED && !at.supplemented()
                        ? new Position(State.SUPPLEMENT, 0, Map.of(), at.accepted(), true, null)
                        : null;
            case Move.Supplement() -> at.state() == State.SUPPLEMENT ? at.in(State.RECEIVED) : null;
            case Move.Lapse() -> at.state() == State.SUPPLEMENT ? lapsed(at) : null;
            case Move.Answer(int seat, Verdict verdict, boolean unpublished) ->
                unpublished && !route.mayLeaveOutPublication(at)
                        ? null
                        : leaveOut(answered(route, at, seat, verdict), unpublished);
            case Move.PublicationOver() -> route.isPublic(at) ? at.at(State.HANDLING, at.step() + 1) : null;
            case Move.Return(int step) ->
                at.state() == State.HANDLING && step >= 0 && step < at.step()
                        ? at.at(step == 0 ? State.RECEIVED : State.HANDLING, step)
                        : null;
            case Move.Pause() -> at.state() == State.HANDLING && !route.isPublic(at) ? at.in(State.PAUSED) : null;
            case Move.Resume() -> at.state() == State.PAUSED ? at.in(State.HANDLING) : null;
            case Move.Withdraw() -> at.state().isOver() ? null : at.over(State.CLOSED, Result.WITHDRAWN);
            case Move.Deliver() -> at.state() == State.DECIDED ? at.in(State.CLOSED) : null;
            case Move.Reopen() -> route.hasReview() ? reopened(route, at) : null;
        };
    }

    /**
     * Before it was accepted, it ends. What was accepted, by silence too, counts as complete (行政许可法 第 32 条): missing papers do
     * not end it, it goes on with what is there.
     */
    private static Position lapsed(Position at) {
        return at.accepted() ? at.in(State.RECEIVED) : at.over(State.DECIDED, Result.LAPSED);
    }

    /** Back to where it was decided, or to the counter that did not accept it. */
    private static @org.jspecify.annotations.Nullable Position reopened(Route route, Position at) {
        if (at.result() == null || !at.result().isDecision()) {
            return null;
        }
        return at.result() == Result.NOT_ACCEPTED ? at.at(State.RECEIVED, 0) : at.at(State.HANDLING, route.deciding());
    }

    /** The one seat that says whether a 公示 hangs has answered: it stands at the step behind it. */
    private static @org.jspecify.annotations.Nullable Position leaveOut(
            @org.jspecify.annotations.Nullable Position answered, boolean unpublished) {
        return answered == null || !unpublished ? answered : answered.at(State.HANDLING, answered.step() + 1);
    }

    private static @org.jspecify.annotations.Nullable Position answered(
            Route route, Position at, int seat, Verdict verdict) {
        if (at.state() != State.HANDLING) {
            return null;
        }
        var step = route.step(at.step());
        if (step.kind() == Step.Kind.PUBLICATION
                || seat < 0
                || seat >= step.seats().size()
                || at.answers().containsKey(seat)) {
            return null;
        }
        if (step.kind().carriesOut() && verdict == Verdict.AGAINST) {
            return null; // it is given back instead: who decided decides again
        }
        var answers = new HashMap<>(at.answers());
        answers.put(seat, verdict);
        var said = new Position(State.HANDLING, at.step(), answers, at.accepted(), at.supplemented(), null);
        if (step.kind().decides() && verdict == Verdict.AGAINST && step.joint() == Step.Joint.ALL) {
            return said.over(State.DECIDED, step.kind().result(verdict));
        }
        if (step.joint() == Step.Joint.ALL && answers.size() < step.seats().size()) {
            return said;
        }
        if (step.kind().decides() && verdict == Verdict.AGAINST) {
            return said.over(State.DECIDED, step.kind().result(verdict));
        }
        return at.step() < route.last()
                ? said.at(State.HANDLING, at.step() + 1)
                : said.over(State.DECIDED, step.kind().result(verdict));
    }
}
