package org.rongyi.platform.documents;

import java.time.LocalTime;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class DocumentJobs {

    /** While nobody works: it walks through all files. */
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    @Bean
    Recurring sweeping(FileSweep sweep) {
        return Recurring.daily("documents.sweep", "清理没有人用的文件", AT_NIGHT, sweep::sweep);
    }
}
