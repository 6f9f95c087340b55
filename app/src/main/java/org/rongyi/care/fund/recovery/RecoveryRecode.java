package org.rongyi.care.fund.recovery;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recoveries go on under the new code. */
@Component
class RecoveryRecode implements DivisionFollower {

    private static final String RECOVERIES = "update fund.recovery set code_now = :to where code_now = :from";
    private static final String REPAYMENTS = "update fund.repayment set code_now = :to where code_now = :from";

    private static final String OVERPAID = "update fund.overpaid_over set code_now = :to where code_now = :from";

    private static final String LATE = "update fund.late_repayment set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    RecoveryRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : new String[] {RECOVERIES, REPAYMENTS, OVERPAID, LATE}) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
