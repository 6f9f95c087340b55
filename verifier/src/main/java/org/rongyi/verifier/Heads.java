package org.rongyi.verifier;

import java.nio.charset.StandardCharsets;
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
        var out = new StringBuilder("\0");
        Json.write(step, out);
        var leaf = out.toString().getBytes(StandardCharsets.UTF_8);
        sha256.add(sha256(leaf));
        sm3.add(Sm3.digest(leaf));
    }

    Json.Obj of(Json.Obj input) {
        var form = canonical(input).getBytes(StandardCharsets.UTF_8);
        return Json.Obj.of(
                "input",
                Json.Obj.of("sha256", hex(sha256(form)), "sm3", hex(Sm3.digest(form))),
                "steps",
                Json.Obj.of("sha256", hex(head(sha256, Heads::sha256)), "sm3", hex(head(sm3, Sm3::digest))));
    }

    /** Each element of its lists on a line of its own. */
    static String canonical(Json.Obj input) {
        var out = new StringBuilder();
        for (int i = 0; i < input.keys().size(); i++) {
            out.append(i == 0 ? "{" : ",\n");
            Json.write(input.keys().get(i), out);
            out.append(':');
            if (input.values().get(i) instanceof List<?> list) {
                for (int at = 0; at < list.size(); at++) {
                    Json.write(list.get(at), out.append(at == 0 ? "[\n" : ",\n"));
                }
                out.append(list.isEmpty() ? "[]" : "]");
            } else {
                Json.write(input.values().get(i), out);
            }
        }
        return out.append('}').toString();
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

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
