package org.rongyi.care.need;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: what he asked for. */
@Configuration(proxyBeanMethods = false)
class NeedReadings {

    private static final String NEED = "select person_id from need.need where id = :id";

    @Bean
    PersonDoor openedNeeds(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "need", "打开需求", NEED);
    }
}
