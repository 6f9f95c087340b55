package org.rongyi.career.campaign.objection;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An objection goes on under the new code. */
@Component
class ObjectionRecode implements DivisionFollower {

    private static final String OBJECTION = "update campaign.objection set code_now = :to where code_now = :from";

    private static final String NAMED = "update campaign.objection_named set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    ObjectionRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(OBJECTION, NAMED)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
