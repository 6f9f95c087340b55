package org.rongyi.care.fund;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.service.GivingService;
import org.rongyi.platform.audit.VerifyAudit;
import org.rongyi.platform.audit.VerifyWords;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.ToolDatabase;
import org.rongyi.platform.vault.Keys;
import org.rongyi.platform.vault.Vault;

/**
 * {@code verify ledger --data DIR [--heads FILE]}: first the trail, which vouches for every entry, then each entry against it,
 * and all balances recounted; with the program running or not.
 */
public final class VerifyLedger {

    private static final String SUBJECT = "ledger";
    private static final int WHOLE = 0;
    private static final int FOUND = 1;
    private static final List<String> NOT_YET = List.of("42P01", "42703"); // undefined_table, undefined_column

    /** What a whole book does not say: nobody shall take it for more. */
    private static final String COVERED = "说明：校验的是账上的各张表，节日慰问的方案和名单，不予援助的情形，以及困难帮扶援助、应急救助办件里"
            + "能不能给、给多少、由谁出的各项。不在内的：审批到了哪一步、各步签了什么（办理的人各有一行留痕）；申请里的文字、病情、家庭经济状况"
            + "和决定的依据（密文，连同所在的行一起认证）；核定以前申请和名单里填的收款账号；升级到能校验它们的版本以前的改动。";

    private VerifyLedger() {}

    public static boolean isMeant(List<String> words) {
        return VerifyWords.isMeant(words, SUBJECT);
    }

    /**
     * Prints what it found; answers the exit code, 0 or 1.
     *
     * @param services all that give money, as whoever starts this knows them
     */
    public static int run(
            List<String> words, Map<String, String> environment, Progress progress, List<GivingService> services) {
        var asked = VerifyWords.parse(words, SUBJECT, environment);
        int trail = VerifyAudit.run(asked, progress);
        try (var database = ToolDatabase.open(asked.launch(), progress);
                var connection = database.snapshot()) {
            progress.step("校验账目 verifying the ledger");
            var keys = database.directory().keys();
            var vault = Keys.existIn(keys) ? new Vault(Keys.in(keys)) : null;
            var report = new LedgerCheck(connection, services, vault, doing -> progress.step("校验账目 " + doing)).check();
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
        lines.add(
                report.accounts() == null
                        ? "收款账号没有核对：这里没有打开它们的密钥，请在装有密钥的机器上再校验一次"
                        : "收款账号 " + report.accounts() + " 个，逐个打开，与办理时的指纹核对");
        if (report.unprinted() > 0) {
            lines.add("另有 " + report.unprinted() + " 个是升级以前的，打得开，还没有补记指纹，没有核对：程序运行时会陆续补上，补完再校验一次");
        }
        lines.add(COVERED);
        return lines;
    }
}
