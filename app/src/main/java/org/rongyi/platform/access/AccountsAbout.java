package org.rongyi.platform.access;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Veterans' own accounts, for the search of the trail: opened at the counter, locked, disabled. */
@Configuration(proxyBeanMethods = false)
class AccountsAbout {

    private static final String ACCOUNTS = """
            select id from access.account where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    @Bean
    RecordsAbout accountsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, ACCOUNTS);
    }
}
