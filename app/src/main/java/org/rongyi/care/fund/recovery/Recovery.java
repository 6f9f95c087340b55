package org.rongyi.care.fund.recovery;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;

/**
 * 追回: what is to come back of a grant, and how far it is.
 *
 * @param caseNumber of the case the grant was made in
 * @param number for people
 * @param ground an entry of the list {@code fund.recovery.ground}
 * @param shares which sources bore it: it goes back there
 * @param words what was found, and on what it rests
 * @param hearUntil the last day he may say something before it is decided
 * @param said what he said; none while he has not
 * @param decision none before it is decided
 * @param waiver why it cannot be had back, proposed; none mostly
 */
public record Recovery(
        UUID id,
        UUID fund,
        UUID grant,
        String caseNumber,
        String number,
        UUID person,
        String personName,
        DivisionCode code,
        String ground,
        Shares shares,
        Hand opened,
        LocalDate openedOn,
        String words,
        LocalDate hearUntil,
        State state,
        @Nullable Said said,
        @Nullable Decision decision,
        Money repaid,
        @Nullable Waiver waiver) {

    /** 追回进度. */
    public enum State {
        HEARING("等陈述、申辩"),
        DROPPED("不追回"),
        ORDERED("等退回"),
        RECOVERED("已退清"),
        WRITTEN_OFF("已核销");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Who did a part of it; standing in for somebody counts as being him. */
    public record Hand(UUID account, @Nullable UUID actingFor, String name) {

        /** Whether it was this post's doing, or of somebody it stands for. */
        public boolean isOf(Actor.Office office) {
            return office.speaksFor(account) || actingFor != null && office.speaksFor(actingFor);
        }
    }

    /** 陈述、申辩. */
    public record Said(String words, String name, LocalDate on) {

        /** How his own words are signed: what a desk wrote down for him shortens no term. */
        static final String HIMSELF = "本人";

        public boolean isHisOwn() {
            return name.equals(HIMSELF);
        }
    }

    /** @param payUntil none when it was decided not to recover it */
    public record Decision(
            String name,
            LocalDate on,
            String words,
            @Nullable LocalDate payUntil) {}

    /** @param confirmed by whom; none while it is proposed */
    public record Waiver(
            Hand by,
            String words,
            @Nullable String confirmed,
            @Nullable LocalDate on) {}

    public Money amount() {
        return shares.total();
    }

    /** What has not come back. */
    public Money owed() {
        return amount().minus(repaid);
    }

    /** 陈述、申辩 is over: he himself has said it, or the last day for it is past. */
    public boolean isHeard(LocalDate today) {
        return said != null && said.isHisOwn() || today.isAfter(hearUntil);
    }

    public boolean isOpen() {
        return state == State.HEARING || state == State.ORDERED;
    }
}
