package org.rongyi.platform.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hashes of passwords, a few at once: each takes 16 MB for as long as it is reckoned, and as many as there are requests would take all there is. The others
 * wait in the order they came.
 */
final class FewAtOnce {

    private static final long BYTES = 16L << 20;

    /** Of the heap, so much at most. */
    private static final int SHARE = 8;

    private static final int LEAST = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore turns;
    private final Duration patience;

    /** As many as there are processors, if the heap is large enough. */
    FewAtOnce() {
        this(
                (int) Math.clamp(
                        Runtime.getRuntime().maxMemory() / SHARE / BYTES,
                        LEAST,
                        Math.max(LEAST, Runtime.getRuntime().availableProcessors())),
                PATIENCE);
    }

    FewAtOnce(int most, Duration patience) {
        this.turns = new Semaphore(most, true);
        this.patience = patience;
    }

    /** @throws ResponseStatusException 503 where his turn does not come in time */
    <T> T reckon(Supplier<T> hash) {
        if (!hasTurn()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many passwords at once");
        }
        try {
            return hash.get();
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int waiting() {
        return turns.getQueueLength();
    }
}
