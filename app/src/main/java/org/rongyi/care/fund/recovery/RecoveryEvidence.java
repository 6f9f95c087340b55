package org.rongyi.care.fund.recovery;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.approval.EvidenceHold;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 追回没有了结的: what the case was decided on stays until it is. */
@Component
class RecoveryEvidence implements EvidenceHold {

    private static final String OPEN = """
            select distinct g.case_id
            from fund.grant_made g
            join fund.recovery r on r.grant_id = g.id
            where g.case_id = any(:cases::uuid[]) and r.state in ('HEARING', 'ORDERED')
            """;

    private final JdbcClient jdbc;

    RecoveryEvidence(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> held(Collection<UUID> cases) {
        return new HashSet<>(jdbc.sql(OPEN)
                .param("cases", cases.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }
}
