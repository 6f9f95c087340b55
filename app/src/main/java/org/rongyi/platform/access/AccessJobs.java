package org.rongyi.platform.access;

import java.time.Duration;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class AccessJobs {

    @Bean
    Recurring sweepOfAttempts(AccessSweep sweep) {
        return Recurring.every("access.sweep", "清理登录尝试", Duration.ofHours(1), sweep::run);
    }
}
