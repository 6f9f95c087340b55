package org.rongyi.platform.operation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 报到: this process says every few seconds that it is there, and reads who else is. */
@Component
public class Processes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Processes.class);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration GONE = Duration.ofMinutes(2);

    private static final String SEEN = """
            insert into operation.process (id, host, pid, version, started_at, seen_at)
            values (:id, :host, :pid, :version, :started, :now)
            on conflict (id) do update set seen_at = excluded.seen_at
            """;

    private static final String FORGET = "delete from operation.process where seen_at < :before or id = :id";

    private static final String LIST = """
            select id, host, pid, version, started_at, seen_at from operation.process
            where seen_at >= :since
            order by started_at, id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final UUID id = Ids.next();
    private final OffsetDateTime started;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    Processes(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.started = OffsetDateTime.now(clock);
    }

    /** One program on this database. */
    public record Process(
            UUID id, String host, long pid, String version, OffsetDateTime startedAt, OffsetDateTime seenAt) {}

    /** Those that were there within the last two minutes, the longest running first. */
    public List<Process> list() {
        return jdbc.sql(LIST)
                .param("since", OffsetDateTime.now(clock).minus(GONE))
                .query(Process.class)
                .list();
    }

    public UUID own() {
        return id;
    }

    /** What this program calls its version; of one run from its classes it is not known. */
    public static String version() {
        var version = Processes.class.getPackage().getImplementationVersion();
        return version == null ? "未打包" : version;
    }

    void beat() {
        jdbc.sql(SEEN)
                .param("id", id)
                .param("host", host())
                .param("pid", ProcessHandle.current().pid())
                .param("version", version())
                .param("started", started)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "本机";
        }
    }

    @Override
    public synchronized void start() {
        var starting = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name("process-beat").unstarted(work));
        starting.scheduleWithFixedDelay(this::tryToBeat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        thread = starting;
    }

    /** Said once when it begins to fail: an outage is told elsewhere. */
    private void tryToBeat() {
        try {
            beat();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("本程序没有报到成，每 {} 秒再试：{}", BEAT.toSeconds(), e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdownNow();
        try {
            jdbc.sql(FORGET)
                    .param("before", OffsetDateTime.now(clock).minus(GONE.multipliedBy(30)))
                    .param("id", id)
                    .update();
        } catch (RuntimeException e) {
            LOG.warn("停止时没有划去自己：{}", e.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
