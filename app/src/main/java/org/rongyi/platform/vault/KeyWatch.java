package org.rongyi.platform.vault;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 密钥齐不齐: whether this program's key file holds every key its database knows of, looked at once a second. Another program may
 * have changed keys; until the file is carried here, what is sealed anew cannot be opened, and what would be sealed with the earlier
 * key could never be opened once that is destroyed. So nothing is sealed, and every page answers 503 (docs/decisions/0063).
 */
@Component
class KeyWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private static final String NEEDED = "select name, mark from vault.key where destroyed_at is null";

    private final Keys keys;
    private final JdbcClient jdbc;
    private @Nullable ScheduledExecutorService thread;

    KeyWatch(Keys keys, @Qualifier("job") JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    private record Needed(String name, String mark) {}

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

    private void lookOnce() {
        try {
            look();
        } catch (DataAccessException e) {
            LOG.debug("密钥没有核对成", e); // without its database the program does nothing either
        } catch (RuntimeException e) {
            LOG.error("密钥没有核对成", e);
        }
    }

    /** Said once when keys are missing and once when they are there. */
    void look() {
        var needed = new TreeMap<String, String>();
        jdbc.sql(NEEDED).query(Needed.class).list().forEach(one -> needed.put(one.name(), one.mark()));
        var before = keys.missing();
        var missing = missing(needed);
        if (!missing.isEmpty() && !missing.equals(before)) {
            LOG.error("密钥文件 keys/{} 里缺少 {}，什么也不办；请把换过的密钥文件拷到本机", Keys.FILE, missing);
        } else if (missing.isEmpty() && !before.isEmpty()) {
            LOG.info("密钥文件 keys/{} 已齐全，恢复办理", Keys.FILE);
        }
        keys.setMissing(missing);
    }

    private List<String> missing(Map<String, String> needed) {
        var here = KeyCheck.marks(keys);
        return needed.entrySet().stream()
                .filter(one -> !one.getValue().equals(here.get(one.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
