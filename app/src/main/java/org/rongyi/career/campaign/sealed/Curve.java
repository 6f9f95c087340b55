package org.rongyi.career.campaign.sealed;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve of SM2 (GB/T 32918.5). */
final class Curve {

    static final ECDomainParameters SM2 = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
    static final BigInteger ORDER = SM2.getN();

    /** An uncompressed point: 04, x, y. */
    static final int POINT_BYTES = 65;

    private Curve() {}

    static ECPoint timesBase(BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(SM2.getG(), scalar).normalize();
    }

    /** From 1 to the order less one, each as likely. */
    static BigInteger scalar(SecureRandom random) {
        while (true) {
            var drawn = new BigInteger(ORDER.bitLength(), random);
            if (drawn.signum() > 0 && drawn.compareTo(ORDER) < 0) {
                return drawn;
            }
        }
    }

    static String hex(ECPoint point) {
        return HexFormat.of().formatHex(point.getEncoded(false));
    }

    /** Empty where the bytes are no point of the curve, or its zero. */
    static Optional<ECPoint> point(byte[] bytes) {
        if (bytes.length != POINT_BYTES || bytes[0] != 4) {
            return Optional.empty();
        }
        try {
            var point = SM2.getCurve().decodePoint(bytes);
            return point.isInfinity() ? Optional.empty() : Optional.of(point);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ECPoint ofHex(String hex) {
        return point(HexFormat.of().parseHex(hex)).orElseThrow(() -> new IllegalArgumentException("不是 SM2 曲线上的点"));
    }
}
