package org.rongyi.platform.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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

    private final DataSource jobs;
    private final List<Recurring> work;
    private final Environment environment;
    private @Nullable Scheduler scheduler;
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

    @Override
    public synchronized void start() {
        if (work.isEmpty() || "off".equals(environment.getProperty("rongyi.schedule"))) {
            return;
        }
        var started = Scheduler.create(jobs)
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
    }

    @Override
    public synchronized void stop() {
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
