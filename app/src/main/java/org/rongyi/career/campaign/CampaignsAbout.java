package org.rongyi.career.campaign;

import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.audit.RecordsByPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where persons take part in campaigns, for the search of the trail: what was decided about them, and what they handed in. */
@Configuration(proxyBeanMethods = false)
class CampaignsAbout {

    private static final String CANDIDATES = """
            select id from campaign.candidate where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String REFUSALS = """
            select id from campaign.refusal where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String LISTS = """
            select id from campaign.sealed_list where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String REVIEWS = """
            select id from campaign.exam_review where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String LETTERS = """
            select id from campaign.letter where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    private static final String APPLICATIONS = """
            select id from campaign.direct_application where person_id = any(:persons::uuid[])
            order by id desc limit :most
            """;

    /** Whoever objects is not known by a file: found by whom it is about. */
    private static final String OBJECTIONS = """
            select o.id
            from campaign.direct_application a
            join campaign.direct_objection o on o.application_id = a.id
            where a.person_id = any(:persons::uuid[])
            order by o.id desc limit :most
            """;

    /** The same of the notice: by whose score was wrong. */
    private static final String NOTICE_OBJECTIONS = """
            select o.id
            from campaign.candidate c
            join campaign.objection o on o.candidate_id = c.id
            where c.person_id = any(:persons::uuid[])
            order by o.id desc limit :most
            """;

    @Bean
    RecordsAbout candidatesAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, CANDIDATES);
    }

    @Bean
    RecordsAbout refusalsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, REFUSALS);
    }

    @Bean
    RecordsAbout wishesAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, LISTS);
    }

    @Bean
    RecordsAbout examReviewsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, REVIEWS);
    }

    @Bean
    RecordsAbout lettersAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, LETTERS);
    }

    @Bean
    RecordsAbout directApplicationsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, APPLICATIONS);
    }

    @Bean
    RecordsAbout noticeObjectionsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, NOTICE_OBJECTIONS);
    }

    @Bean
    RecordsAbout directObjectionsAboutPersons(JdbcClient jdbc) {
        return new RecordsByPerson(jdbc, OBJECTIONS);
    }
}
