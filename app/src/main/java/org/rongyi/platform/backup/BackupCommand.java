package org.rongyi.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.CheckFailed;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.ToolDatabase;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.vault.SigningKeys;

/** {@code backup --data DIR --to FILE}: with the program running or not. */
public final class BackupCommand {

    static final String SUFFIX = ".rybak";

    private static final String NAME = "backup";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private BackupCommand() {}

    public static boolean isMeant(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals(NAME);
    }

    /**
     * Prints what was backed up; answers the exit code.
     *
     * @throws CheckFailed when the database names files the disk does not have: the backup is kept, and says so
     */
    public static int run(List<String> words, Map<String, String> environment, Progress progress) {
        var asked = Asked.parse(words, environment, "--to");
        try (var database = ToolDatabase.open(asked.launch(), progress)) {
            var directory = database.directory();
            if (!SigningKeys.existIn(directory.keys())) {
                throw new CannotRun("目录里没有签名密钥，先启动一次程序 · no signing keys yet; run the program first");
            }
            var clock = database.clock(asked.launch());
            var target = target(asked.file(), clock);
            progress.step("备份 backing up to " + target);
            Manifest manifest;
            try (var connection = database.everything()) {
                manifest = new TakeBackup(connection, directory, clock).to(target);
            }
            progress.step("读回核对 reading it back");
            try (var written = BackupFile.open(target)) {
                var damages = written.damages();
                if (!damages.isEmpty()) {
                    throw new CheckFailed("备份写坏了，请换一块盘再做：" + String.join("；", damages));
                }
            }
            lines(manifest, target).forEach(progress::print);
            if (!manifest.missing().isEmpty()) {
                throw new CheckFailed("数据库记着 " + manifest.missing().size() + " 个文件，盘上没有；备份里也就没有。第一个是 "
                        + manifest.missing().getFirst() + " · files named by the database are not on the disk");
            }
            return 0;
        } catch (SQLException | IOException e) {
            throw new CannotRun("备份没有做成，没有留下文件 · no backup was made: " + e.getMessage(), e);
        }
    }

    /** A directory gets a file named for the moment; a file that is there is never written over. */
    static Path target(Path asked, Clock clock) {
        var target = Files.isDirectory(asked) ? asked.resolve(name(clock)) : asked;
        var whole = target.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw new WrongInput("--to", whole + " 已经有了，不覆盖 · is there already");
        }
        if (!Files.isDirectory(whole.resolveSibling("."))) {
            throw new WrongInput("--to", "没有目录 " + whole.getParent() + " · no such directory");
        }
        return whole;
    }

    /** For the moment; names sort as their moments do. */
    static String name(Clock clock) {
        return "rongyi-" + MOMENT.format(OffsetDateTime.now(clock)) + SUFFIX;
    }

    private static List<String> lines(Manifest manifest, Path target) throws IOException {
        return List.of(
                "备份 " + target,
                "时刻 " + manifest.at(),
                "大小 " + Files.size(target) + " 字节；" + manifest.tables().size() + " 张表 " + manifest.rows() + " 行，"
                        + manifest.files().count() + " 个文件",
                "内容摘要 " + manifest.content(),
                "恢复时要有的密钥：keys/vault.properties（"
                        + String.join("、", manifest.keys().keySet())
                        + "）、keys/signing.properties（" + String.join("、", manifest.signing())
                        + "）。备份里没有密钥，请另外保管");
    }
}
