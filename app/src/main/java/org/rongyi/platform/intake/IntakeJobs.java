package org.rongyi.platform.intake;

import java.time.Duration;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class IntakeJobs {

    @Bean
    Recurring importing(RunImports imports) {
        return Recurring.every("intake.run", "导入表格", Duration.ofSeconds(2), imports::run);
    }
}
