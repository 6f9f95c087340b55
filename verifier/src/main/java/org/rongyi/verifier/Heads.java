package org.rongyi.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Digests of the canonical input, and heads of the tree (RFC 6962, 2.1) whose leaves are the candidates' own steps. */
final class Heads {

    private final List<byte[]> sha256;
    private final List<byte[]> sm3;

    /** Of leaves that come one after the other. */
    Heads() {
        sha256 = new ArrayList<>();
        sm3 = new ArrayList<>();
    }

    /** Of so many leaves, in whatever order they come. */
    Heads(int leaves) {
        sha256 = Arrays.asList(new byte[leaves][]);
        sm3 = Arrays.asList(new byte[leaves][]);
    }

    /** Takes the next leaf in. */
    void add(Json.Obj step) {
        var bytes = Out.of(step);
        sha256.add(leaf(bytes));
        sm3.add(leafSm3(bytes));
    }

    /** Takes the leaf of this number in. */
    void set(int i, byte[] step) {
        sha256.set(i, leaf(step));
        sm3.set(i, leafSm3(step));
    }

    /** Of leaves whose hashes alone are known. */
    void addHashes(String leaf, String leafSm3) {
        sha256.add(HexFormat.of().parseHex(leaf));
        sm3.add(HexFormat.of().parseHex(leafSm3));
    }

    private static byte[] leaf(byte[] step) {
        var digest = digest();
        digest.update((byte) 0);
        return digest.digest(step);
    }

    private static byte[] leafSm3(byte[] step) {
        var digest = new Sm3();
        digest.take(new byte[1], 0, 1);
        digest.take(step, 0, step.length);
        return digest.digest();
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

    private static byte[] head(List<byte[]> leaves, UnaryOperator<byte[]> hash) {
        return leaves.isEmpty() ? hash.apply(new byte[0]) : head(leaves, 0, leaves.size(), hash);
    }

    /** Of n leaves: the largest power of two below n on the left, the others on the right. */
    private static byte[] head(List<byte[]> leaves, int from, int to, UnaryOperator<byte[]> hash) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        var node = new byte[65];
        node[0] = 1;
        System.arraycopy(head(leaves, from, middle, hash), 0, node, 1, 32);
        System.arraycopy(head(leaves, middle, to, hash), 0, node, 33, 32);
        return hash.apply(node);
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
