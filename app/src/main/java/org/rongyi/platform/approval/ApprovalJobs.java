package org.rongyi.platform.approval;

import java.time.LocalTime;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class ApprovalJobs {

    private static final LocalTime AT = LocalTime.of(0, 40);

    @Bean
    Recurring nightOfCases(CaseNight night) {
        return Recurring.daily("approval.night", AT, night::run);
    }
}
