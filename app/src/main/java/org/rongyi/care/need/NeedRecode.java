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

    private final JdbcClient jdbc;

    NeedRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(MOVE).param("from", from.value()).param("to", to.value()).update();
    }
}
