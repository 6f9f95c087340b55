package org.rongyi.platform.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.Standstill;
import org.rongyi.platform.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 时间表: runs what the rooms have contributed, from the end of the start to the beginning of the shutdown. */
@Component
class Timetable implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    /** Enough that an import, a backup and a recount together leave one for what waits: codes by SMS, the fold. */
    private static final int THREADS = 4;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How often it is looked whether the machine's clock was put back. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    /**
     * Work whose next time lies farther ahead than its own pace was put there by a clock that was wrong, and would stand still until the
     * right one gets there (docs/decisions/0078).
     */
    private static final String BRING_BACK = """
            update schedule.task t
            set execution_time = :now, version = t.version + 1
            from unnest(:names::text[], :paces::float8[]) as w (name, pace)
            where t.task_name = w.name and not t.picked
              and t.execution_time > :now::timestamptz + make_interval(secs => w.pace)
            """;

    /** Who took work and died by that clock would count as alive until then. */
    private static final String DOUBT = """
            update schedule.task set last_heartbeat = :now where picked and last_heartbeat > :later
            """;

    private final DataSource jobs;
    private final List<Recurring> work;
    private final Environment environment;

    /** The machine's: it says when, whatever day it is for the rules. */
    private InstantSource clock = InstantSource.system();

    private @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService watch;
    private boolean standing;

    Timetable(@Qualifier("job") DataSource jobs, ObjectProvider<Recurring> work, Environment environment) {
        this.jobs = jobs;
        this.work = work.stream().toList();
        this.environment = environment;
        var names = new HashSet<String>();
        for (var one : this.work) {
            if (!names.add(one.name())) {
                throw new IllegalStateException("two pieces of recurring work are named " + one.name());
            }
        }
    }

    /** By another clock than the machine's, before it starts. */
    synchronized Timetable by(InstantSource other) {
        clock = other;
        return this;
    }

    @Override
    public synchronized void start() {
        if (work.isEmpty() || "off".equals(environment.getProperty("rongyi.schedule"))) {
            return;
        }
        lookAtTheClock();
        var started = Scheduler.create(jobs)
                .clock(clock::instant)
                .tableName("schedule.task")
                .startTasks(work.stream().map(Timetable::task).toList())
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(PATIENCE)
                .schedulerName(new SchedulerName.Fixed(Ids.next().toString()))
                .failureLogging(LogLevel.OFF, false) // logged below, with the work's name
                .build();
        started.start();
        if (standing) {
            started.pause();
        }
        scheduler = started;
        var looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("timetable-clock").factory());
        looking.scheduleWithFixedDelay(this::lookAgain, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
        watch = looking;
    }

    /** Its own pace is counted without a clock that can be put back. */
    private void lookAgain() {
        try {
            lookAtTheClock();
        } catch (DataAccessException e) {
            LOG.debug("看不到时间表，到时再看", e);
        }
    }

    /**
     * Takes back what a clock that was ahead has put too far ahead, and sees to it that somebody looks: the scheduler's own look waits for
     * a moment by that clock.
     */
    void lookAtTheClock() {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var jdbc = JdbcClient.create(jobs);
        int brought = jdbc.sql(BRING_BACK)
                .param("now", now)
                .param("names", work.stream().map(Recurring::name).toArray(String[]::new))
                .param(
                        "paces",
                        work.stream()
                                .map(one -> (double) one.every().plus(HEARTBEAT).toSeconds())
                                .toArray(Double[]::new))
                .update();
        if (brought > 0) {
            LOG.warn("时钟往回拨过：{} 项定时作业排得太远，现在就做", brought);
        }
        jdbc.sql(DOUBT).param("now", now).param("later", now.plus(HEARTBEAT)).update();
        wake();
    }

    /** Also where nothing was brought back: a few minutes stop the look, and put no nightly work too far ahead. */
    private synchronized void wake() {
        var running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public synchronized void stop() {
        var looking = watch;
        watch = null;
        if (looking != null) {
            looking.shutdownNow();
        }
        var running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** What this program cannot do now another one may: it takes no work until it can. */
    @EventListener
    synchronized void on(Standstill standstill) {
        standing = standstill.begins();
        var running = scheduler;
        if (running == null) {
            return;
        }
        if (standing) {
            running.pause();
        } else {
            running.resume();
        }
    }

    private static RecurringTask<Void> task(Recurring one) {
        return Tasks.recurring(one.name(), one.schedule()).execute((instance, context) -> {
            try {
                one.work().run();
            } catch (RuntimeException e) {
                LOG.error("定时作业 {} 失败，到时再试", one.name(), e);
                throw e;
            }
        });
    }
}
