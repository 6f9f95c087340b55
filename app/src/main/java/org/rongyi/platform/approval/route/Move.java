package org.rongyi.platform.approval.route;

import org.rongyi.platform.approval.route.Position.Verdict;

/** 办理动作: what may happen to a case. */
public sealed interface Move {

    /** 受理, by somebody or by silence. */
    record Accept() implements Move {}

    /** 不予受理. */
    record Decline() implements Move {}

    /** 通知补正. */
    record AskSupplement() implements Move {}

    /** 补正. */
    record Supplement() implements Move {}

    /** 逾期未补正. */
    record Lapse() implements Move {}

    /**
     * 同意、不同意 by one seat of the open step.
     *
     * @param unpublished the 公示 that comes next is left out, as its route allows
     */
    record Answer(int seat, Verdict verdict, boolean unpublished) implements Move {

        public Answer(int seat, Verdict verdict) {
            this(seat, verdict, false);
        }
    }

    /** 公示期满. */
    record PublicationOver() implements Move {}

    /** 退回 to an earlier step. */
    record Return(int step) implements Move {}

    /** 中止计时，进入特别程序. */
    record Pause() implements Move {}

    /** 恢复办理. */
    record Resume() implements Move {}

    /** 申请人撤回. */
    record Withdraw() implements Move {}

    /** 送达. */
    record Deliver() implements Move {}

    /** 经复核撤销，责令重新处理: what was decided is decided again. */
    record Reopen() implements Move {}
}
