package org.rongyi.care.need;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Needs of persons, for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class NeedsAbout {

    private static final String NEEDS = """
            select id from need.need where person_id = any(:persons::uuid[])
            order by asked_on desc, id desc limit :most
            """;

    @Bean
    RecordsAbout needsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, NEEDS);
    }
}
