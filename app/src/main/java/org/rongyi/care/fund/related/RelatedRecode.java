package org.rongyi.care.fund.related;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Declarations follow their fund's place. */
@Component
class RelatedRecode implements DivisionFollower {

    private static final String MOVE = "update fund.related_person set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    RelatedRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(MOVE).param("from", from.value()).param("to", to.value()).update();
    }
}
