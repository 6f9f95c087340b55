package org.rongyi.care.fund;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gifts, grants and what a source is bound to go on under the new code; the books keep the old one. */
@Component
class FundRecode implements DivisionFollower {

    private static final String GIFTS = "update fund.gift set code_now = :to where code_now = :from";

    private static final String GRANTS = "update fund.grant_made set code_now = :to where code_now = :from";

    private static final String LOTS = "update fund.lot set place_now = :to where place_now = :from";

    private static final String CHANGES = "update fund.purpose_change set code_now = :to where code_now = :from";

    private static final String CHANGED_PLACES =
            "update fund.purpose_change set place_now = :to where place_now = :from";

    private final JdbcClient jdbc;

    FundRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var move : List.of(GIFTS, GRANTS, LOTS, CHANGES, CHANGED_PLACES)) {
            jdbc.sql(move).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
