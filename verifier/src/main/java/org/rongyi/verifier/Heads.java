package org.rongyi.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Digests of the canonical input, and heads of the tree (RFC 6962, 2.1) whose leaves are the candidates' own steps. */
final class Heads {

    private final List<byte[]> sha256 = new ArrayList<>();
    private final List<byte[]> sm3 = new ArrayList<>();

    /** Takes the next leaf in. */
    void add(Json.Obj step) {
        add(Out.of(step));
    }

    /** Of leaves whose hashes alone are known. */
    void addHashes(String leaf, String leafSm3) {
        sha256.add(HexFormat.of().parseHex(leaf));
        sm3.add(HexFormat.of().parseHex(leafSm3));
    }

    void addAll(Heads others) {
        sha256.addAll(others.sha256);
        sm3.addAll(others.sm3);
    }

    void add(byte[] bytes) {
        add(bytes, 0, bytes.length);
    }

    void add(byte[] bytes, int from, int to) {
        var leaf = new byte[to - from + 1];
        System.arraycopy(bytes, from, leaf, 1, to - from);
        sha256.add(sha256(leaf));
        sm3.add(Sm3.digest(leaf));
    }

    Json.Obj of(Json.Obj input) {
        var form = canonical(input);
        return Json.Obj.of(
                "input",
                Json.Obj.of("sha256", hex(sha256(form)), "sm3", hex(Sm3.digest(form))),
                "steps",
                Json.Obj.of("sha256", head(), "sm3", headSm3()));
    }

    /** Each element of its lists on a line of its own. */
    static byte[] canonical(Json.Obj input) {
        return Out.parts(input);
    }

    /** Of the leaves so far, in hex. */
    String head() {
        return hex(head(sha256, Heads::sha256));
    }

    String headSm3() {
        return hex(head(sm3, Sm3::digest));
    }

    String leaf(int i) {
        return hex(sha256.get(i));
    }

    String leafSm3(int i) {
        return hex(sm3.get(i));
    }

    /** Of n leaves: the largest power of two below n on the left, the others on the right. */
    private static byte[] head(List<byte[]> leaves, UnaryOperator<byte[]> hash) {
        if (leaves.isEmpty()) {
            return hash.apply(new byte[0]);
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        var node = new byte[65];
        node[0] = 1;
        System.arraycopy(head(leaves.subList(0, left), hash), 0, node, 1, 32);
        System.arraycopy(head(leaves.subList(left, leaves.size()), hash), 0, node, 33, 32);
        return hash.apply(node);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
