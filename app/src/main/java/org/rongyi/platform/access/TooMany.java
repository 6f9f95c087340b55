package org.rongyi.platform.access;

import java.time.Duration;

/** 429: tried too often; answered with how long to wait. */
public class TooMany extends RuntimeException {

    private final Duration wait;

    TooMany(Duration wait) {
        super("too many tries", null, false, false);
        this.wait = wait;
    }

    /** Whole seconds, at least one: the value of Retry-After. */
    long seconds() {
        return seconds(wait);
    }

    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
