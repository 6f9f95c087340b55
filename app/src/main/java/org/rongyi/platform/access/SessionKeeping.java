package org.rongyi.platform.access;

import org.rongyi.platform.retention.ExpiredRows;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 保存期限: sessions nobody used for so long; they ended of themselves within hours. */
@Configuration(proxyBeanMethods = false)
class SessionKeeping {

    private static final String COUNT = """
            select count(*) from (select from access.session where seen_at < :before limit :most) past
            """;

    private static final String DELETE = """
            delete from access.session
            where ctid = any(array(select ctid from access.session where seen_at < :before limit :most))
            """;

    private final JdbcClient jdbc;

    SessionKeeping(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Keeping oldSessions() {
        return new ExpiredRows(jdbc, "access.session", "登录会话（地址、设备）", "privacy.log.months", COUNT, DELETE);
    }
}
