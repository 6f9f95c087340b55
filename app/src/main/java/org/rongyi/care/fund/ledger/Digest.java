package org.rongyi.care.fund.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 (GB/T 32905) of a record's canonical text, in hex. */
public final class Digest {

    private Digest() {}

    static String of(String canonical) {
        return of(canonical.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return "sm3:" + HexFormat.of().formatHex(out);
    }
}
