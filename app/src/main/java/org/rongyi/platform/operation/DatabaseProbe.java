package org.rongyi.platform.operation;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, told within seconds also while a connection is being waited for. Asked by anybody, it asks the
 * database once a second at most.
 */
@Component
class DatabaseProbe implements DisposableBean {

    private static final int ANSWER_SECONDS = 2;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource pool;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("database-probe").unstarted(work));
    private @Nullable Future<Boolean> asked;
    private long askedAt;

    DatabaseProbe(DataSource pool) {
        this.pool = pool;
    }

    boolean isUp() {
        try {
            return question().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private synchronized Future<Boolean> question() {
        var before = asked;
        if (before != null && (!before.isDone() || System.nanoTime() - askedAt < FRESH_NANOS)) {
            return before;
        }
        askedAt = System.nanoTime();
        var next = thread.submit(this::ask);
        asked = next;
        return next;
    }

    private boolean ask() throws SQLException {
        try (var connection = pool.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
