package org.rongyi.career.campaign.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices of scores come down the night after their last day, whether or not somebody has ended the notice. */
@Configuration(proxyBeanMethods = false)
class ScoreNoticeJob {

    private static final LocalTime EARLY = LocalTime.of(0, 20);

    private static final String TAKE_DOWN = "delete from campaign.score_notice where to_on < :today";

    @Bean
    Recurring scoreNoticesDown(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        return Recurring.daily(
                "campaign.notices-down",
                "撤下到期的得分公示",
                EARLY,
                () -> jdbc.sql(TAKE_DOWN).param("today", LocalDate.now(clock)).update());
    }
}
