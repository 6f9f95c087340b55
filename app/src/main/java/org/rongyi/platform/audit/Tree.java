package org.rongyi.platform.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * A Merkle tree of the shape of RFC 6962 over SM3: leaves and nodes have different prefixes, so that a node is never taken
 * for a leaf. It is built leaf by leaf and holds one digest a level.
 */
final class Tree {

    static final int DIGEST_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final Deque<byte[]> open = new ArrayDeque<>();
    private long count;

    static byte[] leaf(byte[] content) {
        return digest(LEAF, content);
    }

    void add(byte[] leaf) {
        open.push(leaf);
        for (long left = count; (left & 1) == 1; left >>= 1) {
            join();
        }
        count++;
    }

    /** @throws IllegalStateException for a tree without leaves */
    byte[] root() {
        if (count == 0) {
            throw new IllegalStateException("a batch has rows");
        }
        while (open.size() > 1) {
            join();
        }
        return open.element();
    }

    private void join() {
        var right = open.pop();
        var left = open.pop();
        open.push(digest(NODE, left, right));
    }

    static byte[] digest(byte prefix, byte[]... parts) {
        var digest = new SM3Digest();
        digest.update(prefix);
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var out = new byte[DIGEST_BYTES];
        digest.doFinal(out, 0);
        return out;
    }
}
