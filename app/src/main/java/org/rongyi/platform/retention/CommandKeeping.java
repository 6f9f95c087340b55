package org.rongyi.platform.retention;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 保存期限: commands so old that nobody sends them once more; room act is beneath this one. */
@Configuration(proxyBeanMethods = false)
class CommandKeeping {

    private static final String COUNT = """
            select count(*) from (select from act.command where at < :before limit :most) past
            """;

    private static final String DELETE = """
            delete from act.command
            where ctid = any(array(select ctid from act.command where at < :before limit :most))
            """;

    private final JdbcClient jdbc;

    CommandKeeping(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Keeping oldCommands() {
        return new ExpiredRows(jdbc, "act.command", "防重复提交的命令", "privacy.command.months", COUNT, DELETE);
    }
}
