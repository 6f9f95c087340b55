package org.rongyi.career.campaign.live;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A live session goes on under the new code. */
@Component
class LiveRecode implements DivisionFollower {

    private static final String SESSION = "update campaign.live set code_now = :to where code_now = :from";
    private static final String TURN = "update campaign.live_turn set code_now = :to where code_now = :from";
    private static final String FALL_BACK = "update campaign.live_fallback set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    LiveRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(SESSION, TURN, FALL_BACK)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
