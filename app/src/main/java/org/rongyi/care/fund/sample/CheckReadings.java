package org.rongyi.care.fund.sample;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: who was drawn to be asked whether the money arrived. */
@Configuration(proxyBeanMethods = false)
class CheckReadings {

    private static final String CHECK =
            "select g.person_id from fund.sample_check c join fund.grant_made g on g.id = c.grant_id where c.id = :id";

    @Bean
    PersonDoor openedChecks(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "check", "打开抽样回访", CHECK);
    }
}
