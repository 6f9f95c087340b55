package org.rongyi.platform.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.backup.BackupRuns;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Settings;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 运行状况: what an administrator looks at in the morning, and what he should do about it. */
@Component
public class Condition {

    private static final Duration BACKUP_OVERDUE = Duration.ofDays(2);
    private static final Duration SEALING_LATE = Duration.ofMinutes(1);
    private static final Duration WORK_LATE = Duration.ofMinutes(10);
    private static final long GIB = 1L << 30;
    private static final long LEAST_DISK = 10 * GIB;
    private static final int SHOWN = 5;

    private static final String DATABASE_SIZE = "select pg_database_size(current_database())";

    private static final String DATABASE_VERSION = "select current_setting('server_version')";

    private static final String UNSEALED = "select min(at) from audit.fresh";

    private static final String WORK = """
            select task_name as name, task_name as zh, execution_time as due_at, picked, last_success, last_failure,
                coalesce(consecutive_failures, 0) as failures
            from schedule.task
            where consecutive_failures > 0 or picked or execution_time <= :now
            order by coalesce(consecutive_failures, 0) desc, execution_time, task_name
            """;

    private final JdbcClient jdbc;
    private final BackupRuns backups;
    private final Processes processes;
    private final DataDirectory directory;
    private final Launch launch;
    private final ObjectProvider<Watched> watched;
    private final ObjectProvider<Recurring> recurring;
    private final Clock clock;

    Condition(
            @Qualifier("job") JdbcClient jdbc,
            BackupRuns backups,
            Processes processes,
            DataDirectory directory,
            Launch launch,
            ObjectProvider<Watched> watched,
            ObjectProvider<Recurring> recurring,
            Clock clock) {
        this.watched = watched;
        this.recurring = recurring;
        this.jdbc = jdbc;
        this.backups = backups;
        this.processes = processes;
        this.directory = directory;
        this.launch = launch;
        this.clock = clock;
    }

    /** Recurring work that fails, waits or runs. */
    public record Work(
            String name,
            String zh,
            OffsetDateTime dueAt,
            boolean picked,
            @Nullable OffsetDateTime lastSuccess,
            @Nullable OffsetDateTime lastFailure,
            int failures) {

        private Work called(String words) {
            return new Work(name, words, dueAt, picked, lastSuccess, lastFailure, failures);
        }
    }

    /**
     * All of it, at one moment.
     *
     * @param databaseBytes size of the database
     * @param diskFree bytes left where the data directory is
     * @param unsealedSince the oldest row of the trail that is not sealed yet
     * @param warnings what is not well, each with what to do
     */
    public record Report(
            String databaseVersion,
            long databaseBytes,
            long diskFree,
            long diskWhole,
            @Nullable OffsetDateTime unsealedSince,
            List<Work> work,
            List<BackupRuns.Run> backups,
            List<Processes.Process> processes,
            List<String> warnings) {}

    /** Under the names of this program; another one, newer or older, may have work this one does not know. */
    private List<Work> work(OffsetDateTime now) {
        var names = recurring.stream().collect(Collectors.toMap(Recurring::name, Recurring::zh));
        return jdbc.sql(WORK).param("now", now).query(Work.class).list().stream()
                .map(one -> one.called(names.getOrDefault(one.name(), one.name())))
                .toList();
    }

    public Report now() {
        var now = OffsetDateTime.now(clock);
        var unsealed = jdbc.sql(UNSEALED).query(OffsetDateTime.class).optional().orElse(null);
        var work = work(now);
        long free;
        long whole;
        try {
            var disk = Files.getFileStore(directory.root());
            free = disk.getUsableSpace();
            whole = disk.getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("数据目录所在的盘读不出来", e);
        }
        var warnings = new ArrayList<String>();
        backupWarning(now, warnings);
        if (free < LEAST_DISK && free * 10 < whole) {
            warnings.add("数据目录所在的盘只剩 " + free / GIB + " GB：请清理或换大盘。盘满以后不能登记，已登记的不受影响");
        }
        if (unsealed != null && unsealed.isBefore(now.minus(SEALING_LATE))) {
            warnings.add("留痕有 " + Duration.between(unsealed, now).toMinutes() + " 分钟没有封存：请看运行日志里“留痕没有封存成”的原因");
        }
        watched.orderedStream().forEach(one -> warnings.addAll(one.warnings()));
        work.stream()
                .filter(one -> one.failures() > 0)
                .forEach(one -> warnings.add("定时作业“" + one.zh() + "”连续失败 " + one.failures() + " 次：原因在运行日志里，到时会再试"));
        var late = work.stream()
                .filter(one -> !one.picked() && one.dueAt().isBefore(now.minus(WORK_LATE)))
                .count();
        if (late > 0) {
            warnings.add("有 " + late + " 项定时作业过了时间还没有人做：请看程序是不是关掉了定时作业，或者太忙");
        }
        return new Report(
                jdbc.sql(DATABASE_VERSION).query(String.class).single(),
                jdbc.sql(DATABASE_SIZE).query(Long.class).single(),
                free,
                whole,
                unsealed,
                work,
                backups.last(SHOWN),
                processes.list(),
                warnings);
    }

    private void backupWarning(OffsetDateTime now, List<String> warnings) {
        var good = backups.lastGood();
        if (good.isPresent() && good.get().beganAt().isAfter(now.minus(BACKUP_OVERDUE))) {
            return;
        }
        var since = good.isEmpty()
                ? "还没有备份过"
                : "已经 " + Duration.between(good.get().beganAt(), now).toDays() + " 天没有备份";
        warnings.add(since
                + (launch.settings().backupFolder() == null
                        ? "：请设 " + Settings.BACKUP_FOLDER + " 为另一块盘上的目录再启动，每夜自动备份"
                        : "：请看下面最近几次备份的原因"));
    }
}
