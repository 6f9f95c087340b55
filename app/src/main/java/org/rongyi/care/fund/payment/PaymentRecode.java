package org.rongyi.care.fund.payment;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments go on under the new code. */
@Component
class PaymentRecode implements DivisionFollower {

    private static final List<String> MOVES = List.of(
            "update fund.batch set code_now = :to where code_now = :from",
            "update fund.payment set code_now = :to where code_now = :from",
            "update fund.result_file set code_now = :to where code_now = :from",
            "update fund.result_line set code_now = :to where code_now = :from",
            "update fund.settlement set code_now = :to where code_now = :from",
            "update fund.payee_change set code_now = :to where code_now = :from",
            "update fund.bank_statement set code_now = :to where code_now = :from",
            "update fund.bank_line set code_now = :to where code_now = :from");

    private final JdbcClient jdbc;

    PaymentRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        MOVES.forEach(move -> jdbc.sql(move)
                .param("from", from.value())
                .param("to", to.value())
                .update());
    }
}
