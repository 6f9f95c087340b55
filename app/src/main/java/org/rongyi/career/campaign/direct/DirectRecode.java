package org.rongyi.career.campaign.direct;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls, applications and objections go on under the new code. */
@Component
class DirectRecode implements DivisionFollower {

    private static final String CALL = "update campaign.direct_call set code_now = :to where code_now = :from";
    private static final String APPLICATION =
            "update campaign.direct_application set code_now = :to where code_now = :from";
    private static final String OBJECTION =
            "update campaign.direct_objection set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    DirectRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(CALL, APPLICATION, OBJECTION)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
