package org.rongyi.platform.audit;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of what the program does by itself, written in the jobs' own transactions. */
@Configuration(proxyBeanMethods = false)
class AuditBeans {

    @Bean
    @Qualifier("job")
    AuditTrail trailOfJobs(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        return new AuditTrail(jdbc, clock);
    }

    @Bean
    @Qualifier("job")
    RowAnchors anchorsOfJobs(@Qualifier("job") JdbcClient jdbc) {
        return new RowAnchors(jdbc);
    }
}
