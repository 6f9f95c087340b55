package org.rongyi.career.reception;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receptions of persons, with score and ending, for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class ReceptionsAbout {

    private static final String RECEPTIONS = """
            select id from reception.reception where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    @Bean
    RecordsAbout receptionsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, RECEPTIONS);
    }
}
