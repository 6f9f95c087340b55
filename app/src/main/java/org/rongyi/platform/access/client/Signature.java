package org.rongyi.platform.access.client;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * 接口签名, RFC 9421 (HTTP Message Signatures), of which exactly this much is taken: one signature over method, path and query, with
 * time, nonce and key id, by HMAC.
 *
 * @param params as they came: they are signed letter by letter
 * @param created seconds since 1970
 */
record Signature(String params, long created, String nonce, String keyId, Algorithm algorithm, byte[] value) {

    private static final int LONGEST = 600;

    private static final Pattern INPUT =
            Pattern.compile("([a-z][a-z0-9_-]{0,31})=(\\(\"@method\" \"@path\" \"@query\"\\)((?:;[a-z]+=[^;,\\s]+)+))");

    private static final Pattern PARAMETER = Pattern.compile(";([a-z]+)=(?:(\\d{1,12})|\"([A-Za-z0-9_-]{1,128})\")");

    private static final int SHORTEST_NONCE = 16;

    /** By which the other side signs; both are HMAC. */
    enum Algorithm {
        HMAC_SHA256("hmac-sha256"),
        /** GB/T 15852.2 with SM3; RFC 9421 leaves room for names two parties agree on. */
        HMAC_SM3("hmac-sm3");

        private final String name;

        Algorithm(String name) {
            this.name = name;
        }

        static Optional<Algorithm> of(String name) {
            for (var one : values()) {
                if (one.name.equals(name)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        private byte[] run(byte[] key, byte[] text) {
            return switch (this) {
                case HMAC_SHA256 -> sha256(key, text);
                case HMAC_SM3 -> sm3(key, text);
            };
        }
    }

    /** Reads the two headers; empty for anything but the one form there is. */
    static Optional<Signature> parse(String input, String signature) {
        var found = INPUT.matcher(input);
        if (input.length() > LONGEST || signature.length() > LONGEST || !found.matches()) {
            return Optional.empty();
        }
        var prefix = found.group(1) + "=:";
        if (!signature.startsWith(prefix) || !signature.endsWith(":") || signature.length() <= prefix.length()) {
            return Optional.empty();
        }
        var said = new HashMap<String, String>();
        var each = PARAMETER.matcher(found.group(3));
        int end = 0;
        while (each.find() && each.start() == end) {
            end = each.end();
            var value = each.group(2) == null ? each.group(3) : each.group(2);
            boolean number = each.group(2) != null;
            if (number != each.group(1).equals("created") || said.put(each.group(1), value) != null) {
                return Optional.empty();
            }
        }
        if (end != found.group(3).length()
                || !said.keySet().equals(java.util.Set.of("created", "nonce", "keyid", "alg"))) {
            return Optional.empty();
        }
        return Algorithm.of(text(said, "alg"))
                .filter(algorithm -> text(said, "nonce").length() >= SHORTEST_NONCE)
                .flatMap(algorithm -> decode(signature.substring(prefix.length(), signature.length() - 1))
                        .map(value -> new Signature(
                                found.group(2),
                                Long.parseLong(text(said, "created")),
                                text(said, "nonce"),
                                text(said, "keyid"),
                                algorithm,
                                value)));
    }

    /** Whether the key made it over this very request; compared in a time that tells nothing. */
    boolean isOf(byte[] key, String method, String path, String query) {
        var base = "\"@method\": " + method + "\n\"@path\": " + path + "\n\"@query\": ?" + query
                + "\n\"@signature-params\": " + params;
        return MessageDigest.isEqual(algorithm.run(key, base.getBytes(StandardCharsets.UTF_8)), value);
    }

    private static String text(HashMap<String, String> said, String name) {
        return said.getOrDefault(name, "");
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sm3(byte[] key, byte[] text) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
