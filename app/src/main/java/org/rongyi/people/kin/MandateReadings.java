package org.rongyi.people.kin;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: whom he gave a mandate. */
@Configuration(proxyBeanMethods = false)
class MandateReadings {

    private static final String MANDATE = "select person_id from kin.mandate where id = :id";

    @Bean
    PersonDoor openedMandates(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "mandate", "打开亲属委托", MANDATE);
    }
}
