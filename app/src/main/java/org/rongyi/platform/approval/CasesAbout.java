package org.rongyi.platform.approval;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of persons, for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class CasesAbout {

    private static final String CASES = """
            select id from approval.case_file where person_id = any(:persons::uuid[])
            order by applied_on desc, id desc limit :most
            """;

    @Bean
    RecordsAbout casesAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, CASES);
    }
}
