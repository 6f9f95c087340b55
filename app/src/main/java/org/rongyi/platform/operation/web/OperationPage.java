package org.rongyi.platform.operation.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.backup.BackupRuns;
import org.rongyi.platform.operation.Condition;
import org.rongyi.platform.operation.Processes;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/** 运行: what is not well first, then the numbers, the last backups, the work that waits and the programs. */
public record OperationPage(Condition.Report report, UUID own) implements Page {

    @Override
    public String title() {
        return "运行";
    }

    public String moment(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : Words.moment(moment.toInstant());
    }

    public String size(@Nullable Long bytes) {
        return bytes == null ? "" : Words.size(bytes);
    }

    public String took(BackupRuns.Run run) {
        if (run.endedAt() == null) {
            return "";
        }
        var took = Duration.between(run.beganAt(), run.endedAt());
        return took.toMinutes() == 0 ? took.toSeconds() + " 秒" : took.toMinutes() + " 分 " + took.toSecondsPart() + " 秒";
    }

    public String result(BackupRuns.Run run) {
        if (run.problem() != null) {
            return run.problem();
        }
        if (run.verified()) {
            return "已读回核对";
        }
        return run.endedAt() == null ? "正在做，或程序中途停了" : "";
    }

    public boolean good(BackupRuns.Run run) {
        return run.verified() && run.problem() == null;
    }

    public String state(Condition.Work work) {
        if (work.picked()) {
            return "正在做";
        }
        return work.failures() > 0 ? "连续失败 " + work.failures() + " 次" : "等着做";
    }

    public String name(Processes.Process process) {
        return process.host() + "（进程 " + process.pid() + "）" + (process.id().equals(own) ? "，正在答复您的这一个" : "");
    }
}
