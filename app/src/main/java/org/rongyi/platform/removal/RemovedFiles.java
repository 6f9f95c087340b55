package org.rongyi.platform.removal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileSweep;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 文件当即销毁: as soon as the removal stands. What a backup in progress holds back, or a program that was killed in between left, is
 * destroyed minutes later; what another record names stays, and the removal's page says so.
 */
@Component
class RemovedFiles {

    private static final String LEFT =
            "select distinct file_id from removal.file where gone_at is null and file_id > :after order by file_id limit :batch";

    private static final String GONE =
            "update removal.file set gone_at = :now where file_id = :file and gone_at is null";

    private static final int BATCH = 500;

    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final FileSweep sweep;
    private final JdbcClient jdbc;
    private final Clock clock;

    RemovedFiles(FileSweep sweep, @Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.sweep = sweep;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once the act that runs has committed. */
    void destroyAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                destroy();
            }
        });
    }

    /** All that is left: what other records name, however much, keeps nothing behind it from going. */
    void destroy() {
        var after = "";
        List<String> left;
        do {
            left = jdbc.sql(LEFT)
                    .param("after", after)
                    .param("batch", BATCH)
                    .query(String.class)
                    .list();
            left.forEach(this::destroy);
            after = left.isEmpty() ? after : left.getLast();
        } while (left.size() == BATCH);
    }

    private void destroy(String file) {
        if (sweep.destroy(new FileId(file)) == FileSweep.Destroyed.GONE) {
            jdbc.sql(GONE)
                    .param("file", file)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** What this room does by itself. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        Recurring destroying(RemovedFiles files) {
            return Recurring.every("removal.files", "销毁清除下来的文件", AGAIN, files::destroy);
        }
    }
}
