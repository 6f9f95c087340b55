package org.rongyi.platform.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Seals every few seconds, and once more when the program stops. A thread of its own and no {@code Recurring}: the
 * timetable's threads may be busy with an import for minutes, and rows must not stay unsealed that long.
 */
@Component
class SealingThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingThread.class);
    private static final int PAUSE_SECONDS = 3;
    private static final int BATCHES_A_RUN = 40;
    private static final int BATCHES_AT_STOP = 10;
    private static final int PATIENCE_SECONDS = 5;

    private final Sealer sealer;
    private final Environment environment;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    SealingThread(Sealer sealer, Environment environment) {
        this.sealer = sealer;
        this.environment = environment;
    }

    @Override
    public synchronized void start() {
        if ("off".equals(environment.getProperty("rongyi.schedule"))) {
            return;
        }
        var started = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "audit-sealer"));
        started.scheduleWithFixedDelay(() -> seal(BATCHES_A_RUN), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        thread = started;
    }

    /** After the web server, since this phase is lower: what it still did is sealed too. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                seal(BATCHES_AT_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Said once when it begins to fail and once when it works again, not every few seconds. */
    private void seal(int batches) {
        try {
            sealer.seal(batches);
            if (failing) {
                LOG.info("留痕封存恢复正常");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("留痕没有封存成，每 {} 秒再试；办理不受影响", PAUSE_SECONDS, e);
            }
            failing = true;
        }
    }
}
