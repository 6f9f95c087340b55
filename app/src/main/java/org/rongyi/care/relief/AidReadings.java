package org.rongyi.care.relief;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: the forms of his applications for aid. */
@Configuration(proxyBeanMethods = false)
class AidReadings {

    private static final String AID = "select person_id from relief.aid where id = :id";

    private static final String EMERGENCY = "select person_id from relief.emergency where id = :id";

    @Bean
    PersonDoor openedAids(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "aid", "打开帮扶援助申请", AID);
    }

    @Bean
    PersonDoor openedEmergencies(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "emergency", "打开应急救助申请", EMERGENCY);
    }
}
