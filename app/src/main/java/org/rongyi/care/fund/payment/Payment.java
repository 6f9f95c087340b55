package org.rongyi.care.fund.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;

/**
 * 拨付: one try of paying a grant, or what is left of it.
 *
 * @param reference 拨付号, used once
 * @param code where who receives it belongs
 * @param shares which sources bear it
 * @param result what became of it; none while that is unknown
 */
public record Payment(
        UUID id,
        UUID fund,
        @Nullable UUID batch,
        String reference,
        UUID grant,
        Way way,
        DivisionCode code,
        State state,
        Shares shares,
        String payee,
        @Nullable String bank,
        @Nullable Result result) {

    /** 拨付方式. */
    public enum Way {
        BANK("转账"),
        GOODS("发物资"),
        CASH("发现金");

        private final String zh;

        Way(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** 拨付状态. */
    public enum State {
        PLANNED("未送银行"),
        SENT("等银行答复"),
        PAID("已付"),
        PARTIAL("只付了一部分"),
        FAILED("退汇"),
        DROPPED("未送，已解散");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * What the bank answered, or what was signed for.
     *
     * @param used which sources bear what was paid
     * @param over paid a second time by the bank: no source bears it
     */
    public record Result(Money paid, Shares used, Money over, LocalDate on, String reason) {}

    public Money amount() {
        return shares.total();
    }

    /** How it stands, in words: what was handed over and taken back never was with a bank. */
    public String standing() {
        return way != Way.BANK && state == State.FAILED ? "已收回，没有发" : state.zh();
    }

    /** The state that goes with an amount paid. */
    public State stateFor(Money paid) {
        if (paid.fen() == 0) {
            return State.FAILED;
        }
        return paid.equals(amount()) ? State.PAID : State.PARTIAL;
    }
}
