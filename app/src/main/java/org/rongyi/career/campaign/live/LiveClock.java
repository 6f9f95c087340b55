package org.rongyi.career.campaign.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks every second. A thread of its own: the timetable's may be busy with an import for minutes, and nobody's turn waits for that. */
@Component
class LiveClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveClock.class);
    private static final int SECONDS = 1;

    private final LiveTicker ticker;
    private final Environment environment;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    LiveClock(LiveTicker ticker, Environment environment) {
        this.ticker = ticker;
        this.environment = environment;
    }

    @Override
    public synchronized void start() {
        if ("off".equals(environment.getProperty("rongyi.schedule"))) {
            return;
        }
        var started = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "live-clock"));
        started.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Said once when it begins to fail and once when it works again. */
    private void look() {
        try {
            ticker.look();
            if (failing) {
                LOG.info("现场选岗的计时恢复正常");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("现场选岗的计时没有成，每秒再试；停下的时间不算在谁头上", e);
            }
            failing = true;
        }
    }
}
