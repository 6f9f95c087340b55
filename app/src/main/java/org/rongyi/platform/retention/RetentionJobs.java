package org.rongyi.platform.retention;

import java.time.LocalTime;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class RetentionJobs {

    /** After the backup of the night, so that what goes is in yesterday's once more. */
    private static final LocalTime AT_NIGHT = LocalTime.of(4, 10);

    @Bean
    Recurring deletionOfTheExpired(Retention retention) {
        return Recurring.daily("retention.delete", "删除过了保存期的", AT_NIGHT, retention::run);
    }
}
