package org.rongyi.career.campaign.sealed;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Seals a list to a campaign's public key: SM2 encryption (GB/T 32918.4) in the order C1, C3, C2, with a version before it, in
 * base64. The browser's script does the same ({@code static/ui/sm.js}).
 */
public final class Sealing {

    static final byte VERSION = 1;
    static final int DIGEST_BYTES = 32;

    /** More than any list a plan allows. */
    private static final int LONGEST = 3 * WishList.PAD_BYTES;

    private Sealing() {}

    public static String seal(SealingKey key, WishList list, SecureRandom random) {
        return seal(key, list, Curve.scalar(random));
    }

    /** @param once never used for another list */
    static String seal(SealingKey key, WishList list, BigInteger once) {
        var message = list.padded();
        var shared = key.publicPoint().multiply(once).normalize();
        var sealed = new byte[1 + Curve.POINT_BYTES + DIGEST_BYTES + message.length];
        sealed[0] = VERSION;
        put(sealed, 1, Curve.timesBase(once).getEncoded(false));
        put(sealed, 1 + Curve.POINT_BYTES, digest(shared, message));
        put(sealed, 1 + Curve.POINT_BYTES + DIGEST_BYTES, masked(shared, message));
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** Whether it has the form of a sealed list; what it holds nobody can tell before it is opened. */
    public static boolean isSealed(String text) {
        try {
            Parts.of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** C3: what nobody can make who does not know the message. */
    static byte[] digest(ECPoint shared, byte[] message) {
        return sm3(x(shared), message, y(shared));
    }

    /** The message under the key stream of the shared point; the same again takes it off. */
    static byte[] masked(ECPoint shared, byte[] message) {
        var out = message.clone();
        for (int from = 0, count = 1; from < out.length; from += DIGEST_BYTES, count++) {
            var counter = new byte[] {(byte) (count >> 24), (byte) (count >> 16), (byte) (count >> 8), (byte) count};
            var stream = sm3(x(shared), y(shared), counter);
            for (int at = 0; at < DIGEST_BYTES && from + at < out.length; at++) {
                out[from + at] ^= stream[at];
            }
        }
        return out;
    }

    static byte[] sm3(byte[]... parts) {
        var digest = new SM3Digest();
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var out = new byte[DIGEST_BYTES];
        digest.doFinal(out, 0);
        return out;
    }

    private static byte[] x(ECPoint point) {
        return point.getAffineXCoord().getEncoded();
    }

    private static byte[] y(ECPoint point) {
        return point.getAffineYCoord().getEncoded();
    }

    private static void put(byte[] into, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    /** A sealed list taken apart. */
    record Parts(ECPoint first, byte[] digest, byte[] masked) {

        static Parts of(String sealed) {
            var bytes = Base64.getDecoder().decode(sealed);
            int message = bytes.length - 1 - Curve.POINT_BYTES - DIGEST_BYTES;
            if (message <= 0 || message > LONGEST || message % WishList.PAD_BYTES != 0) {
                throw new IllegalArgumentException("长度不对");
            }
            if (bytes[0] != VERSION) {
                throw new IllegalArgumentException("不认识的版本 " + bytes[0]);
            }
            int digest = 1 + Curve.POINT_BYTES;
            return new Parts(
                    Curve.point(Arrays.copyOfRange(bytes, 1, digest))
                            .orElseThrow(() -> new IllegalArgumentException("首段不是曲线上的点")),
                    Arrays.copyOfRange(bytes, digest, digest + DIGEST_BYTES),
                    Arrays.copyOfRange(bytes, digest + DIGEST_BYTES, bytes.length));
        }

        /** What one share says of this list alone. */
        ECPoint answer(BigInteger share) {
            return first.multiply(share);
        }
    }
}
