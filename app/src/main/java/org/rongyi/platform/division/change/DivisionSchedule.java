package org.rongyi.platform.division.change;

import java.time.Duration;
import org.rongyi.platform.database.FirstStart;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Changes take effect by the day; an answered question takes effect at once, hence the short pause. */
@Configuration(proxyBeanMethods = false)
class DivisionSchedule {

    @Bean
    Recurring movingRecords(MoveRecords job, FirstStart firstStart) {
        return Recurring.every("division.move-records", "按新区划改记录", Duration.ofMinutes(1), () -> {
            if (firstStart.take()) {
                job.nothingYet();
            }
            job.moveDue();
        });
    }
}
