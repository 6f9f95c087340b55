package org.rongyi.care.relief;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Aid goes on under the new code. */
@Component
class ReliefRecode implements DivisionFollower {

    private static final String AID = "update relief.aid set code_now = :to where code_now = :from";
    private static final String EMERGENCY = "update relief.emergency set code_now = :to where code_now = :from";
    private static final String BAR = "update relief.bar set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    ReliefRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(AID).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql(EMERGENCY).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql(BAR).param("from", from.value()).param("to", to.value()).update();
    }
}
