package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases go on under the new code; they wait at units, which keep their ids. */
@Component
class CaseRecode implements DivisionFollower {

    private static final List<String> MOVES = List.of(
            "update approval.case_file set code_now = :to where code_now = :from",
            "update approval.task set code_now = :to where code_now = :from",
            "update approval.event set code_now = :to where code_now = :from",
            "update approval.stop set code_now = :to where code_now = :from",
            "update approval.delivery set code_now = :to where code_now = :from",
            "update approval.public_notice set code_now = :to where code_now = :from",
            "update approval.objection set code_now = :to where code_now = :from",
            "update approval.recheck set code_now = :to where code_now = :from",
            "update approval.transfer set from_code = :to where from_code = :from",
            "update approval.transfer set to_code = :to where to_code = :from",
            // both ends became one village: nothing is left to hand on
            """
            update approval.transfer
            set state = 'DROPPED', answered_by = '系统（两地已合并）', answered_at = :at
            where from_code = :to and to_code = :to and state = 'ASKED'
            """,
            "update approval.evidence_hold set code_now = :to where code_now = :from",
            "update approval.rating set code_now = :to where code_now = :from");

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRecode(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var move : MOVES) {
            jdbc.sql(move)
                    .param("from", from.value())
                    .param("to", to.value())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        }
    }
}
