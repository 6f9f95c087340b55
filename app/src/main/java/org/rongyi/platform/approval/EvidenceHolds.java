package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 暂不销毁, kept. */
@Component
public class EvidenceHolds {

    private static final String HELD =
            "select exists (select from approval.evidence_hold where case_id = :case and to_at is null)";

    private static final String OPEN = """
            insert into approval.evidence_hold (id, case_id, code_now, from_at, from_by) values (:id, :case, :code, :at, :by)
            """;

    private static final String CLOSE =
            "update approval.evidence_hold set to_at = :at, to_by = :by where case_id = :case and to_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceHolds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean isHeld(UUID caseId) {
        return jdbc.sql(HELD).param("case", caseId).query(Boolean.class).single();
    }

    void open(CaseFile file, By by) {
        jdbc.sql(OPEN)
                .param("id", Ids.next())
                .param("case", file.id())
                .param("code", file.code().value())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.name())
                .update();
    }

    void close(CaseFile file, By by) {
        jdbc.sql(CLOSE)
                .param("case", file.id())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.name())
                .update();
    }
}
