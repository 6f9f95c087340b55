package org.rongyi.platform.audit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.ToolDatabase;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.SigningKeys;

/** {@code verify audit --data DIR [--heads FILE]}: checks the whole trail, with the program running or not. */
public final class VerifyAudit {

    private static final String SUBJECT = "audit";
    private static final int WHOLE = 0;
    private static final int FOUND = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String NOT_YET = "42P01"; // undefined_table

    private VerifyAudit() {}

    public static boolean isMeant(List<String> words) {
        return VerifyWords.isMeant(words, SUBJECT);
    }

    /** Prints what it found; answers the exit code, 0 or 1. */
    public static int run(List<String> words, Map<String, String> environment, Progress progress) {
        return run(VerifyWords.parse(words, SUBJECT, environment), progress);
    }

    /** The same, for who verifies something that rests on the trail. */
    public static int run(VerifyWords asked, Progress progress) {
        try (var database = ToolDatabase.open(asked.launch(), progress)) {
            var directory = database.directory();
            if (!SigningKeys.existIn(directory.keys())) {
                throw new CannotRun("目录里没有签名密钥，留痕还没有封存过；先启动一次程序 · no signing keys yet; run the program first");
            }
            var signer = new Signer(SigningKeys.in(directory.keys()));
            progress.step("校验留痕 verifying the trail");
            try (var connection = database.snapshot()) {
                var check = new TrailCheck(
                        connection,
                        signer,
                        database.clock(asked.launch()),
                        directory.heads().resolve(HeadsFile.NAME),
                        database.isShared() ? PATIENCE : Duration.ZERO);
                var report = check.check(asked.heads());
                lines(report, asked.heads()).forEach(progress::print);
                signer.retired()
                        .forEach(key -> progress.print("签名密钥 " + key.key() + " 用到第 " + key.batch() + " 批，此后换用了别的"));
                return report.findings().count() == 0 ? WHOLE : FOUND;
            }
        } catch (SQLException e) {
            throw new CannotRun(
                    NOT_YET.equals(e.getSQLState())
                            ? "数据库还没有留痕封存的表，先启动一次程序 · not migrated yet; run the program first"
                            : "数据库读取失败 · cannot read the database: " + e.getMessage(),
                    e);
        }
    }

    static List<String> lines(TrailCheck.Report report, @Nullable Path heads) {
        var lines = new ArrayList<String>();
        lines.add("留痕校验 " + report.batches() + " 批，" + report.rows() + " 行；尚未封存 " + report.waiting() + " 行");
        if (report.last() != null) {
            lines.add("末批链头 " + report.last().text());
        }
        if (heads != null && report.vouched() > 0) {
            lines.add("与带出的链头相符：第 " + report.vouched() + " 批及以前");
        }
        var count = report.findings().count();
        lines.add(count == 0 ? "完好：没有发现改动、删去、调换、插入或截断" : "发现 " + count + " 处不符");
        report.findings().first().forEach(finding -> lines.add("- " + finding));
        if (count > report.findings().first().size()) {
            lines.add("- 其余 " + (count - report.findings().first().size()) + " 处从略");
        }
        lines.add("说明：办完到封存之间有几秒，这几秒里的行还没有链头保护。同时掌握数据库和本机密钥的人，能把最后一个带出本机的链头"
                + "之后的内容整个改写而不被本机发现；请每天把链头带出本机保存，校验时用 --heads 核对。"
                + (heads == null ? "本次没有用带出的链头核对。" : ""));
        return lines;
    }
}
