package org.rongyi.care.fund.recovery;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: what is had back from him, and what was paid to him. */
@Configuration(proxyBeanMethods = false)
class RecoveryReadings {

    private static final String RECOVERY = "select person_id from fund.recovery where id = :id";

    private static final String GRANT = "select person_id from fund.grant_made where id = :id";

    private static final String PAYMENT =
            "select g.person_id from fund.payment p join fund.grant_made g on g.id = p.grant_id where p.id = :id";

    @Bean
    PersonDoor openedRecoveries(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "recovery", "打开追回", RECOVERY);
    }

    @Bean
    PersonDoor openedGrants(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "grant", "打开拨付明细", GRANT);
    }

    @Bean
    PersonDoor openedPayments(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "payment", "打开一笔付款", PAYMENT);
    }
}
