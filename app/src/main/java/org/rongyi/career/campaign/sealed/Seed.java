package org.rongyi.career.campaign.sealed;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the server seals with where there is no script: random, carried by the form alone and kept nowhere. The same form sent twice gives the
 * same sealed list, so that a second press is the same act; whoever does not have the form cannot guess a list and compare.
 */
public final class Seed {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private final byte[] bytes;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Seed fresh(SecureRandom random) {
        return new Seed(HexFormat.of().parseHex(WishList.nonce(random)));
    }

    /** Empty where it is none of ours. */
    public static Optional<Seed> of(String hex) {
        return FORM.matcher(hex).matches() ? Optional.of(new Seed(HexFormat.of().parseHex(hex))) : Optional.empty();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The list with a nonce of its own. */
    public WishList list(String campaign, String candidate, List<String> wishes) {
        var open = new WishList(campaign, candidate, wishes, "0".repeat(64));
        return new WishList(campaign, candidate, wishes, HexFormat.of().formatHex(drawn("nonce", open)));
    }

    public String seal(SealingKey key, WishList list) {
        var wide = new BigInteger(1, drawn("first", list)).shiftLeft(256).or(new BigInteger(1, drawn("second", list)));
        var once = wide.mod(Curve.ORDER.subtract(BigInteger.ONE)).add(BigInteger.ONE);
        return Sealing.seal(key, list, once);
    }

    private byte[] drawn(String use, WishList list) {
        return Sealing.sm3(bytes, use.getBytes(StandardCharsets.US_ASCII), list.padded());
    }
}
