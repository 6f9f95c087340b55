package org.rongyi.insight.figures;

import java.time.Duration;
import java.time.LocalTime;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class FigureJobs {

    @Bean
    Recurring foldFigures(Fold fold) {
        return Recurring.every("figures.fold", "汇总数据", Duration.ofSeconds(2), fold::run);
    }

    @Bean
    Recurring recountFigures(NightRecount recount) {
        return Recurring.daily("figures.recount", "每夜复核数据", LocalTime.of(3, 10), recount::run);
    }
}
