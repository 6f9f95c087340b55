package org.rongyi.platform.policy;

import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The rules as another process on the same database reads them at its first question. */
public final class OtherProcess {

    private OtherProcess() {}

    public static Policy policy(ApplicationContext program) {
        var pool = program.getBean(DataSource.class);
        return new PolicyStore().policy(JdbcClient.create(pool), new JdbcTransactionManager(pool));
    }
}
