package org.rongyi.platform.vault;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.Standstill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 密钥齐不齐: whether this program's key file holds every key its database knows of, looked at once a second. Another program may
 * have changed keys; until the file is carried here, what is sealed anew cannot be opened, and what would be sealed with the earlier
 * key could never be opened once that is destroyed. So nothing is sealed, no timed work is taken, and every page answers 503
 * (docs/decisions/0063). What another program did to keys is done in this file too, once it lacks none: the newest one seals, a
 * destroyed one is taken out.
 */
@Component
class KeyWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final Keys keys;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    KeyWatch(Keys keys, @Qualifier("job") JdbcClient jdbc, ApplicationEventPublisher events) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name("key-watch").unstarted(work));
        started.scheduleWithFixedDelay(this::lookOnce, 1, 1, TimeUnit.SECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Said once when it begins to fail and once when it works again. Without a look nothing is sealed after a while. */
    private void lookOnce() {
        try {
            look();
            if (failing) {
                LOG.info("密钥核对恢复正常");
            }
            failing = false;
        } catch (DataAccessException e) {
            LOG.debug("密钥没有核对成", e); // the database is gone: others say so
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("密钥没有核对成，恢复以前不封存", e);
            }
            failing = true;
        }
    }

    /** Twice before it says that one is missing: a key may be entered or destroyed between the two readings. */
    void look() {
        var missing = KeyCheck.follow(keys, jdbc);
        if (!missing.isEmpty() && keys.missing().isEmpty()) {
            keys.reload();
            missing = KeyCheck.follow(keys, jdbc);
        }
        tell(keys.missing(), missing);
        keys.looked(missing);
    }

    private void tell(List<String> before, List<String> now) {
        if (!now.isEmpty() && !now.equals(before)) {
            LOG.error("密钥文件 keys/{} 里缺少 {}，什么也不办；请把换过的密钥文件拷到本机", Keys.FILE, now);
        } else if (now.isEmpty() && !before.isEmpty()) {
            LOG.info("密钥文件 keys/{} 已齐全，恢复办理", Keys.FILE);
        }
        if (now.isEmpty() != before.isEmpty()) {
            events.publishEvent(new Standstill(!now.isEmpty()));
        }
    }
}
