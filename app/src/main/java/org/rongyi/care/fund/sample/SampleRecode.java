package org.rongyi.care.fund.sample;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Samples and what is asked go on under the new code; the strata they were drawn by keep their names. */
@Component
class SampleRecode implements DivisionFollower {

    private static final List<String> MOVES = List.of(
            "update fund.sample set code_now = :to where code_now = :from",
            "update fund.sample_unit set code_now = :to where code_now = :from",
            "update fund.sample_check set code_now = :to where code_now = :from");

    private final JdbcClient jdbc;

    SampleRecode(@Qualifier("job") JdbcClient jdbc) {
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
