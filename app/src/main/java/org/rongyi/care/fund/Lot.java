package org.rongyi.care.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;

/**
 * 来源: what came in at one time, with what it may be used for, and how far it is used.
 *
 * @param terms what it is bound to
 * @param inKind goods; the amounts are what they were valued at
 */
public record Lot(
        UUID id,
        UUID fund,
        Source source,
        String title,
        Terms terms,
        boolean inKind,
        LocalDate receivedOn,
        Standing standing) {

    /** Where it came from. */
    public enum Source {
        GIFT("捐赠"),
        RETURN("收益、利息"),
        APPROPRIATION("财政拨款");

        private final String zh;

        Source(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * 限定.
     *
     * @param purpose an entry of the list {@code fund.purpose}; none for any
     * @param place none for wherever the fund reaches
     * @param until to be spent by this day, itself included
     */
    public record Terms(
            @Nullable String purpose,
            @Nullable DivisionCode place,
            @Nullable LocalDate until) {

        public static final Terms FREE = new Terms(null, null, null);

        /** Whether it may pay for something, at a place, on a day. */
        public boolean allow(String asked, DivisionCode where, LocalDate on) {
            return (purpose == null || purpose.equals(asked))
                    && (place == null || place.contains(where))
                    && (until == null || !until.isBefore(on));
        }

        /** Whether a fund of this kind may ever pay for what it is bound to. */
        public boolean suit(FundKind kind) {
            return purpose == null || kind.mayBeBoundTo(purpose);
        }

        /** How narrowly it is bound: the narrower is used first, so that the free remains for what nothing else can pay. */
        public int bonds() {
            return (purpose == null ? 0 : 1) + (place == null ? 0 : 1) + (until == null ? 0 : 1);
        }
    }

    /** 收到 = 可用 + 已承诺 + 拨付中 + 已支出. */
    public record Standing(Money received, Money available, Money committed, Money inPayment, Money spent) {

        private Standing without(Money borne) {
            return new Standing(received, available.minus(borne), committed.plus(borne), inPayment, spent);
        }

        static final Standing NOTHING = new Standing(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** What is left of it once it bears its part of something. */
    Lot without(List<Posting.Share> shares) {
        var borne = shares.stream()
                .filter(share -> share.lot().equals(id))
                .map(Posting.Share::amount)
                .reduce(Money.ZERO, Money::plus);
        return borne.isPositive()
                ? new Lot(id, fund, source, title, terms, inKind, receivedOn, standing.without(borne))
                : this;
    }

    /** A source before its first entry. */
    public static Lot empty(
            UUID id, UUID fund, Source source, String title, Terms terms, boolean inKind, LocalDate receivedOn) {
        return new Lot(id, fund, source, title, terms, inKind, receivedOn, Standing.NOTHING);
    }
}
