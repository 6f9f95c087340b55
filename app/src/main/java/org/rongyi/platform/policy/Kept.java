package org.rongyi.platform.policy;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Something read from the database, kept in memory until its {@code policy.revision} moves. The revision is looked at
 * once a second at most, so what another process has committed is seen here at most one second later; what this process
 * has committed, with the next question ({@link #forget}).
 *
 * <p>It is read apart from the caller's transaction, so that what the caller has not committed is never shown to others,
 * and by a connection of its own, so that nobody who holds one waits for a second of the same pool.
 */
final class Kept<T> {

    static final Duration LONGEST_STALE = Duration.ofSeconds(1);

    private static final String REVISION = "select number from policy.revision where topic = :topic";

    private final String topic;
    private final Supplier<T> read;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Loaded<T> loaded;

    private record Loaded<T>(long revision, T value, long checkedNanos) {}

    Kept(String topic, JdbcClient jdbc, PlatformTransactionManager transactions, Supplier<T> read) {
        this.topic = topic;
        this.read = read;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.apart.setReadOnly(true);
    }

    T get() {
        var now = loaded;
        if (now != null && System.nanoTime() - now.checkedNanos() < LONGEST_STALE.toNanos()) {
            return now.value();
        }
        return look(now);
    }

    /** The next question looks at the database: for the one who has just changed it. */
    void forget() {
        var now = loaded;
        if (now != null) {
            loaded = new Loaded<>(now.revision(), now.value(), System.nanoTime() - LONGEST_STALE.toNanos());
        }
    }

    /** One thread looks; the others go on with what they have, if they have anything. */
    private T look(@Nullable Loaded<T> stale) {
        if (stale == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return stale.value();
        }
        try {
            var now = apart.execute(status -> readIfNewer(loaded));
            if (now == null) {
                throw new IllegalStateException("a transaction's work returns a value");
            }
            loaded = now;
            return now.value();
        } finally {
            reading.unlock();
        }
    }

    private Loaded<T> readIfNewer(@Nullable Loaded<T> known) {
        long revision =
                jdbc.sql(REVISION).param("topic", topic).query(Long.class).single();
        return known != null && known.revision() == revision
                ? new Loaded<>(revision, known.value(), System.nanoTime())
                : new Loaded<>(revision, read.get(), System.nanoTime());
    }
}
