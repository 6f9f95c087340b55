package org.rongyi.career.campaign.appeal;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An appeal goes on under the new code. */
@Component
class AppealRecode implements DivisionFollower {

    private static final String APPEAL = "update campaign.appeal set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    AppealRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(APPEAL).param("from", from.value()).param("to", to.value()).update();
    }
}
