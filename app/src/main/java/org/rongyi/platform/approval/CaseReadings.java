package org.rongyi.platform.approval;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.access.PersonDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: his cases with every page below them, and what one side of a 移送 is told of a case it does not see yet. */
@Configuration(proxyBeanMethods = false)
class CaseReadings {

    private static final String CASE = "select person_id, number from approval.case_file where id = :id";

    private static final String TRANSFER = "select person_id, number from approval.transfer where id = :id";

    @Bean
    PersonDoor openedCases(JdbcClient jdbc) {
        return new Numbered(jdbc, "file", "查看办件 ", CASE);
    }

    @Bean
    PersonDoor openedTransfers(JdbcClient jdbc) {
        return new Numbered(jdbc, "transfer", "查看移送 ", TRANSFER);
    }

    private record Row(UUID personId, String number) {}

    /** Its person reads the number too: he may have several. */
    private record Numbered(JdbcClient jdbc, String variable, String look, String sql) implements PersonDoor {

        private List<Row> rows(UUID record) {
            return jdbc.sql(sql).param("id", record).query(Row.class).list();
        }

        @Override
        public String what(UUID record) {
            return look + rows(record).getFirst().number();
        }

        @Override
        public List<UUID> persons(UUID record) {
            return rows(record).stream().map(Row::personId).toList();
        }
    }
}
