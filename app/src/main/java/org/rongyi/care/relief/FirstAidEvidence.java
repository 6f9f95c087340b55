package org.rongyi.care.relief;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.approval.EvidenceHold;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 先行帮扶以后没有核定的: money went, and its papers stay, though the case was not accepted or ran out. */
@Component
class FirstAidEvidence implements EvidenceHold {

    private static final String GIVEN = """
            select id from relief.aid
            where id = any(:cases::uuid[]) and first_on is not null and granted_modes is null
            """;

    private final JdbcClient jdbc;

    FirstAidEvidence(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> held(Collection<UUID> cases) {
        return new HashSet<>(jdbc.sql(GIVEN)
                .param("cases", cases.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }
}
