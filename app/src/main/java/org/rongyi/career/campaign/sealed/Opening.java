package org.rongyi.career.campaign.sealed;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.math.ec.ECPoint;

/** Opens sealed lists by two shares, each list by itself; the private key is not put together. */
public final class Opening {

    /** Each of the two shares times its weight in the line's value at zero; they are never added to each other. */
    private final BigInteger one;

    private final BigInteger other;

    private Opening(Share one, Share other) {
        this.one = weighted(one, other.number());
        this.other = weighted(other, one.number());
    }

    /** What came of the two shares or of a list. */
    public sealed interface Answer {}

    /** The list of whom it should be. */
    public record Opened(WishList list) implements Answer {}

    /**
     * Not opened, or not his.
     *
     * @param detail for {@link Trouble#FORM} what is wrong; for the others whose it says to be
     */
    public record Refused(Trouble trouble, String detail) implements Answer {}

    /** Why a sealed list does not count. */
    public enum Trouble {
        FORM("不是封存的志愿表"),
        CHANGED("封存后被改动过，或者不是用本次活动的公钥封存的"),
        LIST("封存的内容不是志愿表的写法"),
        OTHER_CAMPAIGN("是另一次活动的志愿表"),
        OTHER_CANDIDATE("是另一个人的志愿表");

        private final String zh;

        Trouble(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** The shares do not open this key. */
    public static final class WrongShare extends Exception {

        private static final long serialVersionUID = 1;

        private final int number;

        private WrongShare(int number, String message) {
            super(message);
            this.number = number;
        }

        /** Of the share that is wrong; 0 where both are the same. */
        public int number() {
            return number;
        }
    }

    /**
     * The two shares, looked at against what is public of the key.
     *
     * @throws WrongShare the one that is not of this key is named; nothing was opened
     */
    public static Opening by(SealingKey key, Share one, Share other) throws WrongShare {
        for (var share : new Share[] {one, other}) {
            if (!key.holds(share)) {
                throw new WrongShare(share.number(), "第 " + share.number() + " 号份额不是本次活动的份额");
            }
        }
        if (one.number() == other.number()) {
            throw new WrongShare(0, "两次输入的是同一份份额，要由两名保管人各输入自己的一份");
        }
        return new Opening(one, other);
    }

    /**
     * The list of one candidate.
     *
     * @param campaign of which it has to be
     * @param candidate whose it has to be
     */
    public Answer open(String sealed, String campaign, String candidate) {
        Sealing.Parts parts;
        try {
            parts = Sealing.Parts.of(sealed);
        } catch (IllegalArgumentException e) {
            return new Refused(Trouble.FORM, String.valueOf(e.getMessage()));
        }
        var shared = shared(parts);
        var message = Sealing.masked(shared, parts.masked());
        if (!MessageDigest.isEqual(Sealing.digest(shared, message), parts.digest())) {
            return new Refused(Trouble.CHANGED, "");
        }
        var list = WishList.read(message);
        if (list.isEmpty()) {
            return new Refused(Trouble.LIST, "");
        }
        return belongs(list.get(), campaign, candidate);
    }

    private static Answer belongs(WishList list, String campaign, String candidate) {
        if (!list.campaign().equals(campaign)) {
            return new Refused(Trouble.OTHER_CAMPAIGN, list.campaign());
        }
        return list.candidate().equals(candidate)
                ? new Opened(list)
                : new Refused(Trouble.OTHER_CANDIDATE, list.candidate());
    }

    private ECPoint shared(Sealing.Parts parts) {
        return parts.answer(one).add(parts.answer(other)).normalize();
    }

    /** Lagrange's weight, at zero. */
    private static BigInteger weighted(Share share, int other) {
        var weight = BigInteger.valueOf(other)
                .multiply(BigInteger.valueOf(other - share.number()).modInverse(Curve.ORDER));
        return share.value().multiply(weight).mod(Curve.ORDER);
    }
}
