package org.rongyi.care.visit;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits to persons, for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class VisitsAbout {

    private static final String VISITS = """
            select visit_id from visit.attendee where person_id = any(:persons::uuid[])
            group by visit_id order by visit_id desc limit :most
            """;

    @Bean
    RecordsAbout visitsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, VISITS);
    }
}
