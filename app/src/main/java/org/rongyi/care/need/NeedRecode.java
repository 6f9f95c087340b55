package org.rongyi.care.need;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Needs go on under the new code. */
@Component
class NeedRecode implements DivisionFollower {

    private static final String MOVE = "update need.need set code_now = :to where code_now = :from";

    private static final String MOVED = """
            update need.move
            set from_code = case when from_code = :from then :to else from_code end,
                to_code = case when to_code = :from then :to else to_code end
            where from_code = :from or to_code = :from
            """;

    private final JdbcClient jdbc;

    NeedRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(MOVE).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql(MOVED).param("from", from.value()).param("to", to.value()).update();
    }
}
