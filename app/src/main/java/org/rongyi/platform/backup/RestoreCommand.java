package org.rongyi.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.CheckFailed;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.EmptyDatabase;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.vault.KeyMarks;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.SigningKeys;

/**
 * {@code restore --data DIR --from FILE [--database URL]}: into an empty installation, with the keys put in place by a
 * person. Everything that can be judged is judged before the first row is written.
 */
public final class RestoreCommand {

    private static final String NAME = "restore";

    private RestoreCommand() {}

    public static boolean isMeant(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals(NAME);
    }

    /** Fills the installation; answers the start that checks it as a whole. */
    public static Launch run(List<String> words, Map<String, String> environment, Progress progress) {
        var asked = Asked.parse(words, environment, "--from");
        try (var backup = BackupFile.open(asked.file())) {
            var manifest = backup.manifest();
            progress.print("备份 " + asked.file() + "，时刻 " + manifest.at() + "，" + manifest.rows() + " 行，"
                    + manifest.files().count() + " 个文件");
            progress.print("内容摘要 " + manifest.content());
            var directory = DataDirectory.at(
                    asked.launch().data(),
                    asked.launch().files(),
                    asked.launch().databaseName());
            directory.lock();
            try {
                judge(backup, asked.file(), directory, progress);
                fill(backup, asked.launch(), directory, progress);
            } finally {
                directory.unlock();
            }
            return asked.launch().afterRestore();
        } catch (SQLException | IOException e) {
            throw new CannotRun("恢复没有做成，请再做一次 · the restore failed, do it again: " + e.getMessage(), e);
        }
    }

    private static void judge(BackupFile backup, Path file, DataDirectory directory, Progress progress)
            throws IOException {
        refuseMissingKeys(backup, directory);
        if (!backup.isSigned(new Signer(SigningKeys.in(directory.keys())))) {
            throw new CheckFailed(file + " 的清单 " + TakeBackup.MANIFEST + "：签名验不过，备份被改动过 · the manifest was changed");
        }
        progress.step("核对备份 verifying the backup");
        var damages = backup.damages();
        if (!damages.isEmpty()) {
            throw new CheckFailed(
                    file + " 不完好，什么也没有写：" + String.join("；", damages) + " · damaged, nothing was written");
        }
    }

    /** Says exactly which files and versions, so that a person can fetch them from where keys are kept. */
    private static void refuseMissingKeys(BackupFile backup, DataDirectory directory) {
        var problems = new ArrayList<>(
                KeyMarks.missing(directory.keys(), backup.manifest().keys()));
        if (!SigningKeys.existIn(directory.keys())) {
            problems.add("缺少 keys/" + SigningKeys.FILE + "（要有签名密钥 "
                    + String.join("、", backup.manifest().signing()) + "）");
        } else {
            var ids = SigningKeys.in(directory.keys()).ids();
            backup.manifest().signing().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> problems.add("keys/" + SigningKeys.FILE + " 里缺少签名密钥 " + id));
            if (!ids.contains(backup.signedBy())) {
                problems.add("备份是用签名密钥 " + backup.signedBy() + " 签的，keys/" + SigningKeys.FILE + " 里没有它");
            }
        }
        if (!problems.isEmpty()) {
            throw new CannotRun("密钥不齐，什么也没有写。请把保管的密钥文件放进 " + directory.keys() + " 再恢复：" + String.join("；", problems)
                    + " · keys are missing or are others; nothing was written");
        }
    }

    private static void fill(BackupFile backup, Launch launch, DataDirectory directory, Progress progress)
            throws SQLException, IOException {
        EmptyDatabase.refuseUnknown(backup.manifest().steps());
        try (var database = EmptyDatabase.open(launch, directory, progress)) {
            var demo = backup.manifest().demo();
            if (demo != null && demo.isEmpty()) {
                directory.markDemo();
            } else if (demo != null) {
                directory.markDemo(LocalDate.parse(demo));
            }
            new Restore(backup, database, directory, progress).run();
        }
    }
}
