package org.rongyi.care.festival;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Greetings go on under the new code. */
@Component
class FestivalRecode implements DivisionFollower {

    private static final String CAMPAIGN = "update festival.campaign set place_now = :to where place_now = :from";
    private static final String LINE = "update festival.line set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    FestivalRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(CAMPAIGN).param("from", from.value()).param("to", to.value()).update();
        jdbc.sql(LINE).param("from", from.value()).param("to", to.value()).update();
    }
}
