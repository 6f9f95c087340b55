package org.rongyi.platform.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * 导入批次: one uploaded file and how far it came.
 *
 * @param accountId who uploaded or started it last; it is imported with his rights of the moment
 * @param nextRow the last row that was dealt with
 * @param good rows that can be imported; once it runs, rows that were
 */
public record Batch(
        UUID id,
        String kind,
        UUID unitId,
        UUID accountId,
        UUID postId,
        String byName,
        String fileName,
        BatchState state,
        String note,
        int stumbles,
        int nextRow,
        int total,
        int good,
        int known,
        int refused,
        int kept,
        OffsetDateTime createdAt) {

    static final String COLUMNS = """
            id, kind, unit_id, account_id, post_id, by_name, file_name, state, note, stumbles, next_row, total, good,
            known, refused, kept, created_at
            """;

    public int seen() {
        return good + known + refused;
    }

    /**
     * The id of the command that imports a row: always the same for the same row of the same batch, so that a row done
     * before a break is answered and not done again.
     */
    UUID commandFor(int row) {
        return commandFor(id, row);
    }

    static UUID commandFor(UUID batch, int row) {
        return derived(batch, "import", row);
    }

    UUID withdrawalOf(int row) {
        return derived(id, "withdraw", row);
    }

    /** UUIDv7 with the instant of the batch; in place of chance, a hash of batch, purpose and row. */
    private static UUID derived(UUID batch, String purpose, int row) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((batch + "|" + purpose + "|" + row).getBytes(StandardCharsets.US_ASCII));
            var hash = ByteBuffer.wrap(sha.digest());
            long high = (batch.getMostSignificantBits() & ~0xFFFFL) | 0x7000L | (hash.getLong() & 0xFFFL);
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
