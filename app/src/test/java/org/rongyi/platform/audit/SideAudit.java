package org.rongyi.platform.audit;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of a database beside the program's, for tests of other rooms. */
public final class SideAudit {

    private SideAudit() {}

    public static AuditTrail on(JdbcClient jdbc, Clock clock) {
        return new AuditTrail(jdbc, clock);
    }
}
