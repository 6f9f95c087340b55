package org.rongyi.care.visit;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records and due dates go on under the new code; {@code code_then} keeps the code of the act. */
@Component
class VisitRecode implements DivisionFollower {

    private static final List<String> MOVES = List.of(
            "update visit.visit set code_now = :to where code_now = :from",
            "update visit.attendee set code_now = :to where code_now = :from",
            "update visit.history set code_now = :to where code_now = :from",
            "update visit.photo set code_now = :to where code_now = :from",
            "update visit.draft set code_now = :to where code_now = :from",
            "update visit.contact set code_now = :to where code_now = :from and active",
            "update visit.contact set code_now = :to where code_now = :from and not active");

    private final JdbcClient jdbc;

    VisitRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var move : MOVES) {
            jdbc.sql(move).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
