package org.rongyi.career.placement.allocation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The head of a hash tree of the shape of RFC 6962, built leaf by leaf, once over SHA-256 and once over SM3. */
final class Head {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** A hash function that starts anew after each digest. */
    private interface Hash {
        void update(byte[] bytes, int from, int length);

        byte[] digest();
    }

    private final Hash hash;
    private final Deque<byte[]> open = new ArrayDeque<>();
    private long count;

    private Head(Hash hash) {
        this.hash = hash;
    }

    static Head sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new Head(new Hash() {
                @Override
                public void update(byte[] bytes, int from, int length) {
                    digest.update(bytes, from, length);
                }

                @Override
                public byte[] digest() {
                    return digest.digest();
                }
            });
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Head sm3() {
        var digest = new SM3Digest();
        return new Head(new Hash() {
            @Override
            public void update(byte[] bytes, int from, int length) {
                digest.update(bytes, from, length);
            }

            @Override
            public byte[] digest() {
                var out = new byte[digest.getDigestSize()];
                digest.doFinal(out, 0);
                return out;
            }
        });
    }

    /** The plain digest of some bytes, in hex. */
    String plain(byte[] bytes, int from, int length) {
        hash.update(bytes, from, length);
        return HexFormat.of().formatHex(hash.digest());
    }

    void add(byte[] bytes, int from, int length) {
        hash.update(new byte[] {LEAF}, 0, 1);
        hash.update(bytes, from, length);
        open.push(hash.digest());
        for (long left = count; (left & 1) == 1; left >>= 1) {
            join();
        }
        count++;
    }

    /** In hex; of a tree without leaves the digest of nothing. */
    String value() {
        if (count == 0) {
            return HexFormat.of().formatHex(hash.digest());
        }
        while (open.size() > 1) {
            join();
        }
        return HexFormat.of().formatHex(open.element());
    }

    private void join() {
        var right = open.pop();
        var left = open.pop();
        hash.update(new byte[] {NODE}, 0, 1);
        hash.update(left, 0, left.length);
        hash.update(right, 0, right.length);
        open.push(hash.digest());
    }
}
