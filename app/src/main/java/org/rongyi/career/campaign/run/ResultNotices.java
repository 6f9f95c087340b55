package org.rongyi.career.campaign.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 结果公示: name and post for everybody, until the last day; rows of their own, which come down. */
@Component
public class ResultNotices {

    private static final String HANG = """
            insert into campaign.result_notice (id, campaign_id, code_now, name, post, to_on)
            select gen_random_uuid(), r.campaign_id, r.code_now, c.name,
                   coalesce(o.unit_name || ' ' || o.title, '这次没有安置上'), :until
            from campaign.placed p
            join campaign.run r on r.id = p.run_id
            join campaign.candidate c on c.id = p.candidate_id
            left join campaign.post o on o.id = p.post_id
            where p.run_id = :run
            """;

    private static final String OFF = "delete from campaign.result_notice where campaign_id = :campaign";

    private final JdbcClient jdbc;

    ResultNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hang(UUID run, LocalDate until) {
        jdbc.sql(HANG).param("until", until).param("run", run).update();
    }

    /** Of a result that was set aside. */
    void takeDown(UUID campaign) {
        jdbc.sql(OFF).param("campaign", campaign).update();
    }

    /** Takes them down the night after the last day. */
    @Configuration(proxyBeanMethods = false)
    static class TakeDown {

        private static final LocalTime EARLY = LocalTime.of(0, 25);
        private static final String PAST = "delete from campaign.result_notice where to_on < :today";

        @Bean
        Recurring resultNoticesDown(@Qualifier("job") JdbcClient jdbc, Clock clock) {
            return Recurring.daily(
                    "campaign.results-down",
                    "撤下到期的结果公示",
                    EARLY,
                    () -> jdbc.sql(PAST).param("today", LocalDate.now(clock)).update());
        }
    }
}
