package org.rongyi.platform.documents.attachment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 保留期: what nobody sent, and what was taken away long enough, is named no more, so that the night's sweep takes it. */
@Component
public class AttachmentTerms {

    private static final String FORGET_DRAFTS = """
            delete from documents.draft_file where kept_at < :before
            """;

    private static final String EMPTY = """
            update documents.attachment set file_id = null, preview_id = null
            where away_at < :before and file_id is not null
            """;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final Clock clock;

    AttachmentTerms(@Qualifier("job") JdbcClient jdbc, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    /** Answers how many files were let go. */
    public int apply() {
        return jdbc.sql(FORGET_DRAFTS)
                        .param("before", daysAgo(AttachmentPolicy.DRAFT_DAYS))
                        .update()
                + jdbc.sql(EMPTY)
                        .param("before", daysAgo(AttachmentPolicy.AWAY_DAYS))
                        .update();
    }

    private OffsetDateTime daysAgo(String parameter) {
        return OffsetDateTime.now(clock).minusDays(policy.number(parameter, LocalDate.now(clock)));
    }

    /** Before the night's sweep. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final LocalTime AT_NIGHT = LocalTime.of(2, 50);

        @Bean
        Recurring keepingTerms(AttachmentTerms terms) {
            return Recurring.daily("documents.terms", "附件到期", AT_NIGHT, terms::apply);
        }
    }
}
