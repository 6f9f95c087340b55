package org.rongyi.platform.policy;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The rules as another process on the same database reads them at its first question. */
public final class OtherProcess {

    private OtherProcess() {}

    public static Policy policy(ApplicationContext program) {
        return new PolicyStore()
                .policy(program.getBean(JdbcClient.class), program.getBean(PlatformTransactionManager.class));
    }
}
