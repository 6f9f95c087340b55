package org.rongyi.care.relief;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What bars persons from aid, for the search of the trail; their applications bear the ids of the cases. */
@Configuration(proxyBeanMethods = false)
class BarsAbout {

    private static final String BARS = """
            select id from relief.bar where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    @Bean
    RecordsAbout barsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, BARS);
    }
}
