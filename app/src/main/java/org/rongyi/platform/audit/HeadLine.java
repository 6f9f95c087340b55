package org.rongyi.platform.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.rongyi.platform.vault.Signer;

/**
 * 链头 in one line, as it leaves the database: day, batch, last seq, head, key, signature.
 *
 * @param day of sealing, in the province's zone
 */
public record HeadLine(LocalDate day, long batch, long seq, String head, String key, String signature) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FIELDS = 6;
    private static final String DIGEST = "[0-9a-f]{64}";
    private static final String KEY = "[0-9a-f]{16}";
    private static final String SIGNATURE = "[0-9a-f]{128}";

    static HeadLine of(Batch batch) {
        return new HeadLine(
                batch.head().sealedAt().atZoneSameInstant(ZONE).toLocalDate(),
                batch.head().number(),
                batch.head().lastSeq(),
                HexFormat.of().formatHex(batch.digest()),
                batch.signature().key(),
                HexFormat.of().formatHex(batch.signature().bytes()));
    }

    /** Empty when the text is no such line. */
    static Optional<HeadLine> parse(String text) {
        var parts = text.strip().split("\\s+");
        if (parts.length != FIELDS
                || !parts[3].matches(DIGEST)
                || !parts[4].matches(KEY)
                || !parts[5].matches(SIGNATURE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HeadLine(
                    LocalDate.parse(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    parts[3],
                    parts[4],
                    parts[5]));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public String text() {
        return day + " " + batch + " " + seq + " " + head + " " + key + " " + signature;
    }

    boolean isOf(Batch other) {
        return equals(of(other));
    }

    /** Whether the signature is over this head, by a key of this installation. */
    boolean isSigned(Signer signer) {
        return signer.verifies(
                HexFormat.of().parseHex(head),
                new Signer.Signature(key, HexFormat.of().parseHex(signature)));
    }

    /** The same head, whoever signed it and when. */
    boolean hasHeadOf(Batch other) {
        return Arrays.equals(HexFormat.of().parseHex(head), other.digest());
    }
}
