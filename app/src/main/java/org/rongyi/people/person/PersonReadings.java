package org.rongyi.people.person;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: the file itself, and what a hand-over says of him. */
@Configuration(proxyBeanMethods = false)
class PersonReadings {

    private static final String PERSON = "select id from person.person where id = :id";

    private static final String HANDOVER = "select person_id from person.handover where id = :id";

    @Bean
    PersonDoor openedFiles(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "person", "打开档案", PERSON);
    }

    @Bean
    PersonDoor openedHandovers(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "handover", "查看移交", HANDOVER);
    }
}
