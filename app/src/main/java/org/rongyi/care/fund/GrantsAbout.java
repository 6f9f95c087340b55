package org.rongyi.care.fund;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money given to persons and had back from them, for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class GrantsAbout {

    private static final String GRANTS = """
            select id from fund.grant_made where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String RECOVERIES = """
            select id from fund.recovery where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String PAYMENTS = """
            select p.id
            from fund.grant_made g
            join fund.payment p on p.grant_id = g.id
            where g.person_id = any(:persons::uuid[])
            order by p.id desc limit :most
            """;

    private static final String CHECKS = """
            select c.id
            from fund.grant_made g
            join fund.sample_check c on c.grant_id = g.id
            where g.person_id = any(:persons::uuid[])
            order by c.id desc limit :most
            """;

    /** An entry rests on the record it was made for, by that record's id. */
    private static final String ENTRIES = """
            select e.id
            from (select g.id from fund.grant_made g where g.person_id = any(:persons::uuid[])
                  union all
                  select p.id
                  from fund.grant_made g
                  join fund.payment p on p.grant_id = g.id
                  where g.person_id = any(:persons::uuid[])
                  union all
                  select r.id from fund.recovery r where r.person_id = any(:persons::uuid[])
                  union all
                  select b.id
                  from fund.recovery r
                  join fund.repayment b on b.recovery_id = r.id
                  where r.person_id = any(:persons::uuid[])) about
            join fund.entry e on e.subject = about.id
            order by e.id desc limit :most
            """;

    @Bean
    RecordsAbout grantsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, GRANTS);
    }

    @Bean
    RecordsAbout recoveriesAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, RECOVERIES);
    }

    @Bean
    RecordsAbout paymentsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, PAYMENTS);
    }

    @Bean
    RecordsAbout sampleChecksAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, CHECKS);
    }

    @Bean
    RecordsAbout entriesAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, ENTRIES);
    }
}
