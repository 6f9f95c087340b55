package org.rongyi.care.fund;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.platform.audit.VerifyAudit;
import org.rongyi.platform.audit.VerifyWords;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.ToolDatabase;

/**
 * {@code verify ledger --data DIR [--heads FILE]}: first the trail, which vouches for every entry, then each entry against it,
 * and all balances recounted; with the program running or not.
 */
public final class VerifyLedger {

    private static final String SUBJECT = "ledger";
    private static final int WHOLE = 0;
    private static final int FOUND = 1;
    private static final List<String> NOT_YET = List.of("42P01", "42703"); // undefined_table, undefined_column

    private VerifyLedger() {}

    public static boolean isMeant(List<String> words) {
        return VerifyWords.isMeant(words, SUBJECT);
    }

    /** Prints what it found; answers the exit code, 0 or 1. */
    public static int run(List<String> words, Map<String, String> environment, Progress progress) {
        var asked = VerifyWords.parse(words, SUBJECT, environment);
        int trail = VerifyAudit.run(asked, progress);
        try (var database = ToolDatabase.open(asked.launch(), progress);
                var connection = database.snapshot()) {
            progress.step("校验账目 verifying the ledger");
            var report = new LedgerCheck(connection).check();
            lines(report).forEach(progress::print);
            return report.count() == 0 && trail == WHOLE ? WHOLE : FOUND;
        } catch (SQLException e) {
            throw new CannotRun(
                    e.getSQLState() != null && NOT_YET.contains(e.getSQLState())
                            ? "数据库还没有升级到这个程序，先启动一次程序 · not migrated yet; run the program first"
                            : "数据库读取失败 · cannot read the database: " + e.getMessage(),
                    e);
        }
    }

    private static List<String> lines(LedgerCheck.Report report) {
        var lines = new ArrayList<String>();
        lines.add("账目校验 " + report.funds() + " 项资金，" + report.entries() + " 张凭证");
        lines.add(report.count() == 0 ? "账目完好：每张凭证都与留痕相符，借贷平衡，凭证号不缺，余额与逐笔重算一致" : "账目发现 " + report.count() + " 处不符");
        report.first().forEach(finding -> lines.add("- " + finding));
        if (report.count() > report.first().size()) {
            lines.add("- 其余 " + (report.count() - report.first().size()) + " 处从略");
        }
        report.anew().forEach(anew -> lines.add("升级时重新登记的行摘要：" + anew));
        return lines;
    }
}
