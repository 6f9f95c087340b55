package org.rongyi.care.visit;

import org.rongyi.platform.retention.ExpiredRows;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 保存期限: drafts nobody came back to. */
@Configuration(proxyBeanMethods = false)
class DraftKeeping {

    private static final String COUNT = """
            select count(*) from (select from visit.draft where saved_at < :before limit :most) past
            """;

    private static final String DELETE = """
            delete from visit.draft
            where ctid = any(array(select ctid from visit.draft where saved_at < :before limit :most))
            """;

    private final JdbcClient jdbc;

    DraftKeeping(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Keeping oldDrafts() {
        return new ExpiredRows(jdbc, "visit.draft", "没有提交的走访草稿", "privacy.draft.months", COUNT, DELETE);
    }
}
