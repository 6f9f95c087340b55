package org.rongyi.career.reception;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: the reception with its file, its score and how it ended. */
@Configuration(proxyBeanMethods = false)
class ReceptionReadings {

    private static final String RECEPTION = "select person_id from reception.reception where id = :id";

    @Bean
    PersonDoor openedReceptions(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "reception", "打开移交接收", RECEPTION);
    }
}
