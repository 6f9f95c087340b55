package org.rongyi.platform.stopped;

import org.rongyi.platform.retention.ExpiredRows;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 保存期限: what was decided, and released words nobody sent on. */
@Configuration(proxyBeanMethods = false)
class StoppedKeeping {

    private static final String COUNT = """
            select count(*) from (select from stopped.words where asked_at < :before and state <> 'WAITING' limit :most) past
            """;

    private static final String DELETE = """
            delete from stopped.words
            where ctid = any(array(select ctid from stopped.words where asked_at < :before and state <> 'WAITING' limit :most))
            """;

    private final JdbcClient jdbc;

    StoppedKeeping(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Keeping oldStoppedWords() {
        return new ExpiredRows(jdbc, "stopped.words", "复核过的被拦下的话", "privacy.draft.months", COUNT, DELETE);
    }
}
