package org.rongyi.platform.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 动态验证码: RFC 6238 with HMAC-SHA-1, 30 seconds, six digits, which is what every authenticator on a phone reckons.
 */
final class Totp {

    static final int DIGITS = 6;
    private static final int SECONDS = 30;

    /** The phone's clock may be one step early or late (RFC 6238 5.2). */
    private static final int SKEW = 1;

    /** As long as the hash (RFC 4226 4, R6). */
    private static final int SECRET_BYTES = 20;

    private static final String ALGORITHM = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        long number = (ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff) % (long) Math.pow(10, digits);
        return String.format("%0" + digits + "d", number);
    }

    /**
     * The step the code belongs to, of those that can be meant now.
     *
     * @param last the last step a code was taken of; its code and earlier ones are used up
     */
    static OptionalLong match(byte[] secret, String code, Instant now, long last) {
        long present = step(now);
        return LongStream.rangeClosed(present - SKEW, present + SKEW)
                .filter(step -> step > last && code(secret, step).equals(code))
                .findFirst();
    }

    /** As it is typed into an authenticator by hand: RFC 4648 base 32, no padding. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + ALGORITHM, e);
        }
    }
}
