package org.rongyi.platform.approval.route;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 办到哪里: where a case stands on its route.
 *
 * @param step index of the step that is open; meaningless once decided
 * @param answers what the seats of the open step have answered
 * @param accepted whether it has been accepted once; it is not declined any more then
 * @param supplemented whether the one supplement the law allows has been asked for
 * @param result none before it is decided
 */
public record Position(
        State state,
        int step,
        Map<Integer, Verdict> answers,
        boolean accepted,
        boolean supplemented,
        @Nullable Result result) {

    /** 办件状态. */
    public enum State {
        RECEIVED("待受理"),
        SUPPLEMENT("待补正"),
        HANDLING("办理中"),
        PAUSED("特别程序"),
        DECIDED("待送达"),
        CLOSED("已办结");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        /** Whether the clock stands still. */
        public boolean isStopped() {
            return this == SUPPLEMENT || this == PAUSED;
        }

        public boolean isOver() {
            return this == DECIDED || this == CLOSED;
        }
    }

    /** 办理结果. */
    public enum Result {
        AGREED("同意"),
        REFUSED("不同意"),
        NOT_ACCEPTED("不予受理"),
        WITHDRAWN("申请人撤回"),
        LAPSED("逾期未补正，终止"),
        /** 复核: the decision that was looked at again stands. */
        UPHELD("维持原决定"),
        /** 复核: it does not, and is made again by who made it. */
        OVERTURNED("撤销原决定，重新处理");

        private final String zh;

        Result(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        /** What ends it against the applicant is told in writing, with its reasons and what may be done against it. */
        public boolean isRefusal() {
            return this == REFUSED || this == NOT_ACCEPTED || this == LAPSED || this == UPHELD;
        }

        /** Whether it is a decision on what was asked for, which can be looked at again. */
        public boolean isDecision() {
            return this == AGREED || this == REFUSED || this == NOT_ACCEPTED;
        }

        /** Whether the service does something for it. */
        public boolean isCarriedOut() {
            return this == AGREED || this == OVERTURNED;
        }
    }

    /** 意见. */
    public enum Verdict {
        AGREE("同意"),
        AGAINST("不同意");

        private final String zh;

        Verdict(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    public static final Position START = new Position(State.RECEIVED, 0, Map.of(), false, false, null);

    public Position {
        answers = Map.copyOf(new TreeMap<>(answers));
        if (state.isOver() != (result != null)) {
            throw new IllegalArgumentException("a result exactly when it is over: " + state + ", " + result);
        }
    }

    Position in(State next) {
        return new Position(next, step, answers, accepted, supplemented, result);
    }

    Position at(State next, int index) {
        return new Position(next, index, Map.of(), accepted, supplemented, null);
    }

    Position over(State next, Result how) {
        return new Position(next, step, answers, accepted, supplemented, how);
    }
}
