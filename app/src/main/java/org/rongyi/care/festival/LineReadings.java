package org.rongyi.care.festival;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a line of a festival's list is about: for 谁看过我的档案, and for the search of the trail. */
@Configuration(proxyBeanMethods = false)
class LineReadings {

    private static final String LINE = "select person_id from festival.line where id = :id";

    private static final String LINES = """
            select id from festival.line where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    @Bean
    PersonDoor openedLines(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "line", "打开节日慰问名单里的一行", LINE);
    }

    @Bean
    RecordsAbout linesAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, LINES);
    }
}
