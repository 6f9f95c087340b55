package org.rongyi.career.campaign.sealed;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rongyi.career.placement.proof.Commitment;

/**
 * 志愿表 as it lies in its seal: it names its campaign and its candidate, so that it is nobody else's and of no other campaign.
 *
 * @param campaign the campaign's number
 * @param candidate his pseudonym in the campaign
 * @param wishes post ids, the best first
 * @param nonce 32 random bytes in hex, which hide the wishes in their public commitment
 */
public record WishList(String campaign, String candidate, List<String> wishes, String nonce) {

    static final String FORM = "rongyi-wishes/1";

    /** Whoever sees a sealed list sees in its length how many times this it holds, and nothing else. */
    static final int PAD_BYTES = 4096;

    private static final Pattern ID = Pattern.compile("[^\\p{Cntrl}\\s\\p{Cs}\"\\\\]{1,64}");
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");
    private static final int HEAD_LINES = 4;

    public WishList {
        wishes = List.copyOf(wishes);
        if (!ID.matcher(campaign).matches()
                || !ID.matcher(candidate).matches()
                || !wishes.stream().allMatch(wish -> ID.matcher(wish).matches())) {
            throw new IllegalArgumentException("编号没有空格和引号，最长 64 个字符");
        }
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("随机数是 64 个小写十六进制字符");
        }
    }

    public static String nonce(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * What everybody may know of the list: SM3 of candidate, wishes and nonce in canonical JSON, in hex. Who has all three can reckon it, nobody can
     * go back. The campaign's file says it in the same way.
     */
    public String commitment() {
        return Commitment.wishes(candidate, wishes, nonce);
    }

    /** A line each for form, campaign, candidate, nonce and every wish; then spaces up to a multiple of {@link #PAD_BYTES}. */
    byte[] padded() {
        var text = new StringBuilder();
        List.of(FORM, campaign, candidate, nonce)
                .forEach(line -> text.append(line).append('\n'));
        wishes.forEach(line -> text.append(line).append('\n'));
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(bytes, (bytes.length + PAD_BYTES - 1) / PAD_BYTES * PAD_BYTES);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    /** Empty where the bytes are not exactly what {@link #padded()} gives. */
    static Optional<WishList> read(byte[] padded) {
        var text = new String(padded, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        var lines = end < 0 ? List.<String>of() : List.of(text.substring(0, end).split("\n", -1));
        if (lines.size() < HEAD_LINES) {
            return Optional.empty();
        }
        try {
            var list = new WishList(
                    lines.get(1), lines.get(2), lines.subList(HEAD_LINES, lines.size()), lines.get(HEAD_LINES - 1));
            return Arrays.equals(list.padded(), padded) ? Optional.of(list) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
