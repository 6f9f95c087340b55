package org.rongyi.platform.audit;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;

/**
 * What a batch's head commits to; through {@code previous}, every row before it as well.
 *
 * @param number batches are numbered from 1 without a gap
 * @param old rows that were there before sealing began
 * @param previous the head of the batch before; zeros for the first
 * @param firstSeq the number of its first row
 */
record Head(long number, boolean old, byte[] previous, long firstSeq, int size, byte[] root, OffsetDateTime sealedAt) {

    /** Leaves begin with 0, nodes with 1. */
    private static final byte HEAD = 2;

    private static final int MICROS = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    /** The head of no batch: what the first one follows. */
    static byte[] none() {
        return new byte[Tree.DIGEST_BYTES];
    }

    long lastSeq() {
        return firstSeq + size - 1;
    }

    /** 链头, 32 bytes. */
    byte[] digest() {
        var content = ByteBuffer.allocate(
                        3 * Long.BYTES + 1 + Integer.BYTES + previous.length + root.length) // all of fixed length
                .putLong(number)
                .put((byte) (old ? 1 : 0))
                .put(previous)
                .putLong(firstSeq)
                .putInt(size)
                .put(root)
                .putLong(micros(sealedAt));
        return Tree.digest(HEAD, content.array());
    }

    /** An instant as PostgreSQL keeps it. */
    static long micros(OffsetDateTime at) {
        return at.toEpochSecond() * MICROS + at.getNano() / NANOS_A_MICRO;
    }
}
