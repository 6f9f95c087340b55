package org.rongyi.verifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.rongyi.verifier.Json.Obj;

/** A signature by SM2 with SM3 (GB/T 32918.2), the default user id, over the curve sm2p256v1. Public values only: nothing here needs to be quick or constant in time. */
final class Sm2 {

    static final String FORM = "rongyi-signature/1";
    static final String KEY = "rongyi-key/1";

    private static final BigInteger P = hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
    private static final BigInteger A = P.subtract(BigInteger.valueOf(3));
    private static final BigInteger B = hex("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");
    private static final BigInteger N = hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
    private static final Point G = new Point(
            hex("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"),
            hex("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"));
    private static final String USER = "1234567812345678";

    /** Null stands for the point at infinity. */
    private record Point(BigInteger x, BigInteger y) {}

    private Sm2() {}

    /** @throws Rejected where it is not the signature of this head by this key */
    static void verify(String head, Obj signature, Obj key) {
        Fields.object("signature", signature, "form", "head", "signature");
        Json.compare("signature.form", FORM, signature.get("form"));
        Json.compare("signature.head", head, signature.get("head"));
        Fields.object("key", key, "form", "key");
        Json.compare("key.form", KEY, key.get("form"));
        var rs = bytes("signature.signature", signature.get("signature"), 64);
        var point = bytes("key.key", key.get("key"), 65);
        var open = new Point(number(point, 1, 33), number(point, 33, 65));
        if (point[0] != 4 || !isOnCurve(open)) {
            throw new Rejected("key.key", "不是 SM2 公钥 · not a public key of SM2");
        }
        if (!holds(head.getBytes(StandardCharsets.UTF_8), number(rs, 0, 32), number(rs, 32, 64), open, point)) {
            throw new Rejected("signature.signature", "签名不对 · the signature does not hold");
        }
    }

    private static boolean holds(byte[] message, BigInteger r, BigInteger s, Point open, byte[] encoded) {
        if (r.signum() == 0 || r.compareTo(N) >= 0 || s.signum() == 0 || s.compareTo(N) >= 0) {
            return false;
        }
        var t = r.add(s).mod(N);
        var e = new BigInteger(1, Sm3.digest(joined(about(encoded), message)));
        var sum = t.signum() == 0 ? null : add(times(s, G), times(t, open));
        return sum != null && e.add(sum.x()).mod(N).equals(r);
    }

    /** Z: who signs, with the curve and his key. */
    private static byte[] about(byte[] encoded) {
        var user = USER.getBytes(StandardCharsets.UTF_8);
        var length = new byte[] {0, (byte) (8 * user.length)};
        var curve = joined(joined(fixed(A), fixed(B)), joined(fixed(G.x()), fixed(G.y())));
        return Sm3.digest(joined(joined(length, user), joined(curve, Arrays.copyOfRange(encoded, 1, encoded.length))));
    }

    private static Point times(BigInteger factor, Point point) {
        Point sum = null;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (factor.testBit(bit)) {
                sum = add(sum, point);
            }
        }
        return sum;
    }

    private static Point add(Point one, Point other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        BigInteger slope;
        if (one.x().equals(other.x())) {
            if (one.y().add(other.y()).mod(P).signum() == 0) {
                return null;
            }
            slope = one.x()
                    .pow(2)
                    .multiply(BigInteger.valueOf(3))
                    .add(A)
                    .multiply(one.y().shiftLeft(1).modInverse(P));
        } else {
            slope = other.y()
                    .subtract(one.y())
                    .multiply(other.x().subtract(one.x()).modInverse(P));
        }
        var x = slope.pow(2).subtract(one.x()).subtract(other.x()).mod(P);
        return new Point(
                x, slope.multiply(one.x().subtract(x)).subtract(one.y()).mod(P));
    }

    private static boolean isOnCurve(Point point) {
        return point.x().compareTo(P) < 0
                && point.y().compareTo(P) < 0
                && point.y()
                                .pow(2)
                                .subtract(point.x()
                                        .pow(3)
                                        .add(A.multiply(point.x()))
                                        .add(B))
                                .mod(P)
                                .signum()
                        == 0;
    }

    private static byte[] bytes(String at, Object value, int length) {
        var text = Problem.text(at, value);
        if (!text.matches("[0-9a-fA-F]{" + 2 * length + "}")) {
            throw new Rejected(at, "应为 " + 2 * length + " 位十六进制数 · must be so many hex digits");
        }
        return HexFormat.of().parseHex(text);
    }

    private static BigInteger number(byte[] bytes, int from, int to) {
        return new BigInteger(1, Arrays.copyOfRange(bytes, from, to));
    }

    private static byte[] fixed(BigInteger number) {
        var hex = number.toString(16);
        return HexFormat.of().parseHex("0".repeat(64 - hex.length()) + hex);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
