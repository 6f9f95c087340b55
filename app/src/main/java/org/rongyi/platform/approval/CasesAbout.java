package org.rongyi.platform.approval;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of persons, where they were handed on and what was objected to them, for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class CasesAbout {

    private static final String CASES = """
            select id from approval.case_file where person_id = any(:persons::uuid[])
            order by applied_on desc, id desc limit :most
            """;

    private static final String TRANSFERS = """
            select id from approval.transfer where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String OBJECTIONS = """
            select id from approval.objection where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    @Bean
    RecordsAbout casesAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, CASES);
    }

    @Bean
    RecordsAbout transfersAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, TRANSFERS);
    }

    @Bean
    RecordsAbout objectionsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, OBJECTIONS);
    }
}
