package org.rongyi.platform.notice;

import org.rongyi.platform.retention.ExpiredRows;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 保存期限: messages, whose records say the same; and what was sent or given up, whose text went when it was. */
@Configuration(proxyBeanMethods = false)
class NoticeKeeping {

    private static final String COUNT_MESSAGES = """
            select count(*) from (select from notice.message where at < :before limit :most) past
            """;

    private static final String DELETE_MESSAGES = """
            delete from notice.message
            where ctid = any(array(select ctid from notice.message where at < :before limit :most))
            """;

    private static final String COUNT_SENT = """
            select count(*) from (
                select from notice.outbox where state <> 'WAITING' and done_at < :before limit :most) past
            """;

    private static final String DELETE_SENT = """
            delete from notice.outbox
            where ctid = any(array(
                select ctid from notice.outbox where state <> 'WAITING' and done_at < :before limit :most))
            """;

    private final JdbcClient jdbc;

    NoticeKeeping(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Keeping oldMessages() {
        return new ExpiredRows(
                jdbc, "notice.message", "站内消息", "privacy.message.months", COUNT_MESSAGES, DELETE_MESSAGES);
    }

    @Bean
    Keeping oldOutbox() {
        return new ExpiredRows(jdbc, "notice.outbox", "已发出或放弃的短信、邮件", "privacy.log.months", COUNT_SENT, DELETE_SENT);
    }
}
