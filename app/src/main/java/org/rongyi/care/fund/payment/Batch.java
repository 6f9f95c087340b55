package org.rongyi.care.fund.payment;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;

/**
 * 拨付批次.
 *
 * @param fileDigest SM3 of the bank file, from its release on
 */
public record Batch(
        UUID id,
        UUID fund,
        String number,
        State state,
        int count,
        Money amount,
        Hand made,
        @Nullable Hand approved,
        @Nullable Hand released,
        @Nullable String fileDigest,
        @Nullable Dissolved dissolved,
        @Nullable OffsetDateTime settledAt) {

    /** 批次状态. */
    public enum State {
        DRAFT("待批准"),
        APPROVED("待拨付"),
        RELEASED("等银行答复"),
        SETTLED("已办结"),
        DISSOLVED("已解散");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * Who did a step.
     *
     * @param standingInFor 代理: whose post it was; what is done in somebody's name he has done himself
     */
    public record Hand(UUID by, @Nullable UUID standingInFor, String name, OffsetDateTime at) {

        public static Hand of(Actor.Office office, OffsetDateTime at) {
            return new Hand(office.account(), office.actingFor(), office.name() + "（" + office.unitName() + "）", at);
        }

        /** Whether it was he, or in his name, or by the one he stands in for. */
        public boolean isOf(Actor.Office office) {
            return office.speaksFor(by) || office.speaksFor(standingInFor);
        }
    }

    public record Dissolved(String name, OffsetDateTime at, String reason) {}

    public boolean isWithBank() {
        return state == State.RELEASED || state == State.SETTLED;
    }
}
