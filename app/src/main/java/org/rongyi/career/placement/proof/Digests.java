package org.rongyi.career.placement.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.rongyi.career.placement.allocation.Canonical;

/** SM3 and SHA-256, in bytes and in hex. */
final class Digests {

    /** A hash function over a range of bytes behind one byte that tells leaves and nodes of a tree apart. */
    interface Hash {
        byte[] of(byte kind, byte[] bytes, int from, int length);
    }

    private Digests() {}

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** In hex. */
    static String sm3(byte[] bytes) {
        return sm3(bytes, bytes.length);
    }

    private static String sm3(byte[] bytes, int length) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return hex(out);
    }

    /** In hex, over what has been written. */
    static String sm3(Canonical out) {
        return sm3(out.bytes(), out.size());
    }

    /** In hex. */
    static String sha256(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** HMAC with SM3 inside. */
    static byte[] keyed(byte[] key, String text) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    static Hash treeSha256() {
        var digest = sha256();
        return (kind, bytes, from, length) -> {
            digest.update(kind);
            digest.update(bytes, from, length);
            return digest.digest();
        };
    }

    static Hash treeSm3() {
        var digest = new SM3Digest();
        return (kind, bytes, from, length) -> {
            digest.update(kind);
            digest.update(bytes, from, length);
            var out = new byte[digest.getDigestSize()];
            digest.doFinal(out, 0);
            return out;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
