package org.rongyi.care.visit;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: the record of a visit, of each who was visited. */
@Configuration(proxyBeanMethods = false)
class VisitReadings {

    private static final String VISIT = "select distinct person_id from visit.attendee where visit_id = :id";

    @Bean
    PersonDoor openedVisits(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "visit", "打开走访记录", VISIT);
    }
}
