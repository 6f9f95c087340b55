package org.rongyi.platform.intake;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 代码承接: a unit finds its batches under its new code. */
@Component
class IntakeRecode implements DivisionFollower {

    private static final String MOVE = "update intake.batch set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    IntakeRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(MOVE).param("from", from.value()).param("to", to.value()).update();
    }
}
