package org.rongyi.care.festival;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.care.visit.HandOver;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 名单上的一行.
 *
 * @param number its place on the list
 * @param code where he is answered for
 * @param grounds every group he is in
 * @param ground the one he is given by
 * @param change what a village changed of the list; none where the rule made it
 * @param account where his money goes; none when it is not known
 * @param moneyPaid his money has left the fund: with the visit in cash, or without one through the bank
 * @param given how it was handed over; none before
 * @param endedWhy why nothing was handed over, in the end
 */
public record Line(
        UUID id,
        UUID campaign,
        int number,
        UUID person,
        String personName,
        DivisionCode code,
        List<Ground> grounds,
        Ground ground,
        Gift gift,
        State state,
        @Nullable Change change,
        @Nullable Account account,
        @Nullable UUID moneyGrant,
        @Nullable UUID goodsGrant,
        boolean moneyPaid,
        @Nullable Given given,
        @Nullable String endedWhy) {

    /** 状态. */
    public enum State {
        LISTED("在名单上"),
        STRUCK("已去掉"),
        FALLEN("已故或迁出"),
        APPROVED("还没送到"),
        GIVEN("已送到"),
        NOT_GIVEN("没有送到");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** What he is given. */
    public record Gift(long fen, String goods, long goodsFen) {

        /** 慰问金 500 元、大米一袋. */
        public String words() {
            var parts = new ArrayList<String>();
            if (fen > 0) {
                parts.add(money());
            }
            if (!goods.isEmpty()) {
                parts.add(goods);
            }
            return String.join("、", parts);
        }

        String money() {
            return "慰问金 " + new DecimalFormat(fen % 100 == 0 ? "#,##0" : "#,##0.00").format(BigDecimal.valueOf(fen, 2))
                    + " 元";
        }
    }

    /** Who changed the list, and why. */
    public record Change(
            Kind kind,
            String why,
            UUID by,
            @Nullable UUID actingFor,
            String name,
            boolean checked,
            @Nullable String checkedName) {

        /** Whether it was this post's doing, or of somebody it stands for. */
        public boolean isOf(Actor.Office office) {
            return office.speaksFor(by) || office.speaksFor(actingFor);
        }

        /** 村里增减. */
        public enum Kind {
            ADDED("增加"),
            STRUCK("去掉");

            private final String zh;

            Kind(String zh) {
                this.zh = zh;
            }

            public String zh() {
                return zh;
            }
        }
    }

    /** @param end the last digits of it, for whoever checks */
    public record Account(String payee, String bank, String end) {}

    /** Signed for during a visit. */
    public record Given(UUID visit, LocalDate on, String signedBy, HandOver.As as, String byName) {

        public String words() {
            return signedBy + "（" + as.zh() + "）签收";
        }
    }

    /** 已转账: the money is on his account; that nobody has visited him with it makes no 人次 of it, and takes nothing from him. */
    public boolean isTransferred() {
        return moneyPaid && given == null;
    }

    /** Where it stands, in words; what went through the bank is given, whether or not anybody came with it. */
    public String standing() {
        if (!isTransferred()) {
            return state.zh();
        }
        return "慰问金已转账，" + (gift.goods().isEmpty() ? "" : "慰问品") + (state == State.APPROVED ? "还没" : "没有")
                + (gift.goods().isEmpty() ? "上门" : "送到");
    }

    public List<UUID> grants() {
        var grants = new ArrayList<UUID>();
        if (moneyGrant != null) {
            grants.add(moneyGrant);
        }
        if (goodsGrant != null) {
            grants.add(goodsGrant);
        }
        return grants;
    }
}
