package org.rongyi.platform.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.rongyi.platform.database.CheckFailed;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.WholeReader;
import org.rongyi.platform.schedule.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 每夜备份: into the folder of {@code RONGYI_BACKUP_DIR}, read back, the oldest beyond the number to keep taken away. Several
 * processes on one database take one backup: it is work of the timetable.
 */
final class NightlyBackup {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final String OURS = "rongyi-\\d{8}-\\d{6}\\" + BackupCommand.SUFFIX;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final WholeReader reader;
    private final DataDirectory directory;
    private final BackupRuns runs;
    private final Clock clock;

    NightlyBackup(WholeReader reader, DataDirectory directory, BackupRuns runs, Clock clock) {
        this.reader = reader;
        this.directory = directory;
        this.runs = runs;
        this.clock = clock;
    }

    /** A failure is noted where the administrator sees it, and tried again the next night. */
    void run(Path folder, int kept) {
        var target = folder.resolve(BackupCommand.name(clock));
        var id = runs.begin(target);
        try {
            Manifest manifest;
            try (var connection = reader.connect()) {
                manifest = new TakeBackup(connection, directory, clock).to(target);
            }
            try (var written = BackupFile.open(target)) {
                var damages = written.damages();
                if (!damages.isEmpty()) {
                    throw new CheckFailed("写好的备份读回来不对，请检查这块盘：" + damages.getFirst());
                }
            }
            runs.done(id, manifest, Files.size(target));
            takeAway(folder, kept);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.error("备份没有做成", e);
            runs.failed(id, problem(folder, e));
        }
    }

    private static String problem(Path folder, Exception e) {
        return switch (e) {
            case FileSystemException ignored -> "写不进 " + folder + "：请看目录在不在、写不写得进、盘满没满";
            case IOException ignored -> "写到一半失败：请看 " + folder + " 所在的盘满没满";
            case SQLException ignored -> "数据库中途断开：请看数据库是否正常，下一次会再做";
            case CheckFailed failed -> String.valueOf(failed.getMessage());
            default -> "没有做成，原因在运行日志里：" + e.getClass().getSimpleName();
        };
    }

    /** Only files this program names so; and halves that a killed program left. */
    private void takeAway(Path folder, int kept) throws IOException {
        List<Path> files;
        try (var entries = Files.list(folder)) {
            files = entries.sorted(Comparator.reverseOrder()).toList();
        }
        var ours = files.stream()
                .filter(file -> String.valueOf(file.getFileName()).matches(OURS))
                .toList();
        for (var old : ours.subList(Math.min(kept, ours.size()), ours.size())) {
            Files.deleteIfExists(old);
        }
        var before = Instant.ofEpochMilli(System.currentTimeMillis()).minus(ABANDONED); // as the file system has it
        for (var file : files) {
            if (String.valueOf(file.getFileName()).startsWith(TakeBackup.HALF)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        NightlyBackup nightlyBackup(WholeReader reader, DataDirectory directory, BackupRuns runs, Clock clock) {
            return new NightlyBackup(reader, directory, runs, clock);
        }

        /** Also where no folder is set: which process takes the work up decides nothing about the others. */
        @Bean
        Recurring backups(NightlyBackup backup, Launch launch) {
            var settings = launch.settings();
            return Recurring.daily("backup.nightly", "每夜备份", settings.backupAt(), () -> {
                var folder = settings.backupFolder();
                if (folder != null) {
                    backup.run(folder, settings.backupsKept());
                }
            });
        }
    }
}
