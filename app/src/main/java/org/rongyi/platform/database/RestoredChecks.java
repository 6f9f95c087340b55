package org.rongyi.platform.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** After a restore: every room's check, all of them before the verdict. */
@Component
class RestoredChecks implements StartTask {

    private static final int SHOWN = 20;

    private final ObjectProvider<RestoredCheck> checks;
    private final Progress progress;

    RestoredChecks(ObjectProvider<RestoredCheck> checks, Progress progress) {
        this.checks = checks;
        this.progress = progress;
    }

    @Override
    public int order() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void run(Launch launch) {
        if (!launch.restored()) {
            return;
        }
        int failed = 0;
        for (var check : checks.stream().toList()) {
            progress.step("核对 checking: " + check.name());
            var findings = check.findings();
            failed += findings.size();
            progress.print(check.name() + (findings.isEmpty() ? "：相符" : "：" + findings.size() + " 处不符"));
            findings.stream().limit(SHOWN).forEach(finding -> progress.print("- " + finding));
        }
        if (failed > 0) {
            throw new CheckFailed("数据已照备份恢复，但核对有 " + failed + " 处不符（备份时就是这样），请看上面所列"
                    + " · restored as it was backed up, but the checks found " + failed + " differences");
        }
        progress.print("恢复完成，可以启动 · restored; start it by: ./rongyi run --data " + launch.data()
                + (launch.files() == null ? "" : " --files " + launch.files()));
    }
}
