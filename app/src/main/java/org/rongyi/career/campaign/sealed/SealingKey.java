package org.rongyi.career.campaign.sealed;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The public half of a campaign's key: everybody seals to it. Its private half is the value at zero of a line over the order of the curve
 * (Shamir 1979), of which three people hold one point each; any two fix the line, one alone says nothing.
 *
 * @param publicKey the SM2 public key, uncompressed, 130 hex digits
 * @param slope the other coefficient of the line, times the base point (Feldman 1987): with it everybody can tell whether a share is
 *     one of this key's, without learning anything about the private half
 */
public record SealingKey(String publicKey, String slope) {

    public static final int SHARES = 3;
    public static final int NEEDED = 2;

    public SealingKey {
        Curve.ofHex(publicKey);
        Curve.ofHex(slope);
    }

    /** A fresh key and its shares: given out once, and kept nowhere together. */
    public record Made(SealingKey key, List<Share> shares) {
        public Made {
            shares = List.copyOf(shares);
        }
    }

    public static Made make(SecureRandom random) {
        while (true) {
            var secret = Curve.scalar(random);
            var slope = Curve.scalar(random);
            var values = IntStream.rangeClosed(1, SHARES)
                    .mapToObj(number -> secret.add(slope.multiply(BigInteger.valueOf(number)))
                            .mod(Curve.ORDER))
                    .toList();
            if (values.stream().allMatch(value -> value.signum() > 0)) {
                var key = new SealingKey(Curve.hex(Curve.timesBase(secret)), Curve.hex(Curve.timesBase(slope)));
                return new Made(
                        key,
                        IntStream.range(0, SHARES)
                                .mapToObj(at -> new Share(at + 1, values.get(at)))
                                .toList());
            }
        }
    }

    /** Whether the share is one of this key's, with its number and its value. */
    public boolean holds(Share share) {
        var expected = publicPoint()
                .add(Curve.ofHex(slope).multiply(BigInteger.valueOf(share.number())))
                .normalize();
        return Curve.timesBase(share.value()).equals(expected);
    }

    ECPoint publicPoint() {
        return Curve.ofHex(publicKey);
    }
}
