package org.rongyi.career.campaign.mutual;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 谁看过我的档案: which unit looked at his application, though it does not know whose it is. Row-level security gives the unit those it is shown and those it
 * has taken, so nobody is told of a look at what was not there.
 */
@Configuration(proxyBeanMethods = false)
class MutualReadings {

    private static final String APPLIED = """
            select a.person_id from campaign.mutual_application a where a.post_id = :id and a.withdrawn_at is null
            """;

    @Bean
    PersonDoor lookedAtApplicants(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "offered", "接收单位看双选的申请（不显示姓名）", APPLIED);
    }
}
