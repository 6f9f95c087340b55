package org.rongyi.care.fund.raising;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans and what was made public go on under the new code; the texts keep their words. */
@Component
class RaisingRecode implements DivisionFollower {

    private static final List<String> MOVES = List.of(
            "update fund.raising_plan set code_now = :to where code_now = :from",
            "update fund.disclosure set code_now = :to where code_now = :from",
            "update fund.disclosure_line set code_now = :to where code_now = :from");

    private final JdbcClient jdbc;

    RaisingRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        MOVES.forEach(move -> jdbc.sql(move)
                .param("from", from.value())
                .param("to", to.value())
                .update());
    }
}
