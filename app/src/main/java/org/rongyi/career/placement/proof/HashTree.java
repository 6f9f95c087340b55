package org.rongyi.career.placement.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A hash tree of the shape of RFC 6962, level by level: neighbours are joined, who has none goes up as he is. Answers the head and the
 * way from each leaf to it.
 */
final class HashTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<byte[][]> levels = new ArrayList<>();
    private final Digests.Hash hash;

    /**
     * @param bytes what holds the leaves
     * @param from where each begins
     * @param to where each ends
     */
    HashTree(Digests.Hash hash, byte[] bytes, int[] from, int[] to) {
        this.hash = hash;
        var leaves = new byte[from.length][];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = hash.of(LEAF, bytes, from[i], to[i] - from[i]);
        }
        levels.add(leaves);
        while (levels.getLast().length > 1) {
            levels.add(joined(levels.getLast()));
        }
    }

    private byte[][] joined(byte[][] below) {
        var above = new byte[(below.length + 1) / 2][];
        for (int at = 0; at < above.length; at++) {
            above[at] = 2 * at + 1 < below.length ? node(below[2 * at], below[2 * at + 1]) : below[2 * at];
        }
        return above;
    }

    private byte[] node(byte[] left, byte[] right) {
        var both = new byte[left.length + right.length];
        System.arraycopy(left, 0, both, 0, left.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return hash.of(NODE, both, 0, both.length);
    }

    String leaf(int index) {
        return Digests.hex(levels.getFirst()[index]);
    }

    /** In hex. There is always a leaf: a campaign without candidates is none. */
    String head() {
        return Digests.hex(levels.getLast()[0]);
    }

    /** The hashes to join to a leaf one after the other, from below. */
    List<String> path(int index) {
        var path = new ArrayList<String>();
        int at = index;
        for (var level : levels.subList(0, levels.size() - 1)) {
            if ((at ^ 1) < level.length) {
                path.add(Digests.hex(level[at ^ 1]));
            }
            at >>= 1;
        }
        return path;
    }
}
