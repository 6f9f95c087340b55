package org.rongyi.career.campaign;

import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.access.PersonDoors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 谁看过我的档案: where he takes part, with his wishes and his exam, where he applies directly, and his letter of introduction. */
@Configuration(proxyBeanMethods = false)
class CampaignReadings {

    private static final String CANDIDATE = "select person_id from campaign.candidate where id = :id";

    private static final String LETTER = "select person_id from campaign.letter where id = :id";

    private static final String APPLICATION = "select person_id from campaign.direct_application where id = :id";

    @Bean
    PersonDoor openedCandidates(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "candidate", "打开安置活动里的个人页", CANDIDATE);
    }

    @Bean
    PersonDoor openedLetters(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "letter", "打开介绍信", LETTER);
    }

    @Bean
    PersonDoor openedApplications(JdbcClient jdbc) {
        return new PersonDoors(jdbc, "application", "打开直通安置的报名", APPLICATION);
    }
}
