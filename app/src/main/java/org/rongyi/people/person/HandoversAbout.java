package org.rongyi.people.person;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hand-overs of persons, for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class HandoversAbout {

    private static final String HANDOVERS = """
            select id from person.handover where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    @Bean
    RecordsAbout handoversAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, HANDOVERS);
    }
}
