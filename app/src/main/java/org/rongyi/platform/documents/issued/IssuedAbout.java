package org.rongyi.platform.documents.issued;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers issued to persons, for the search of the trail: their stamped copies are kept and taken away. */
@Configuration(proxyBeanMethods = false)
class IssuedAbout {

    private static final String PAPERS = """
            select id from documents.issued where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    @Bean
    RecordsAbout papersAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, PAPERS);
    }
}
