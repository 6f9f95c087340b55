package org.rongyi.platform.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDv7 (RFC 9562): made by server or device, sortable by the millisecond of their making. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** An id that sorts at the given instant; the rest is random. */
    public static UUID at(long epochMillis) {
        return at(epochMillis, RANDOM);
    }

    /** The same from the caller's own randomness: a demo makes the same ids each time. */
    public static UUID at(long epochMillis, RandomGenerator random) {
        long high = (epochMillis << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public static boolean isVersion7(UUID id) {
        return id.version() == 7 && id.variant() == 2;
    }
}
