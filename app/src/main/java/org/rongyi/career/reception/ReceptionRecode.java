package org.rongyi.career.reception;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A reception goes on under the new code, with all that hangs on it. */
@Component
class ReceptionRecode implements DivisionFollower {

    private static final String RECEPTION = "update reception.reception set code_now = :to where code_now = :from";
    private static final String PAPER = "update reception.paper set code_now = :to where code_now = :from";

    private static final String ENTRY = "update reception.score_entry set code_now = :to where code_now = :from";
    private static final String LINE = "update reception.score_line set code_now = :to where code_now = :from";
    private static final String SCORE = "update reception.score set code_now = :to where code_now = :from";
    private static final String OBJECTION =
            "update reception.score_objection set code_now = :to where code_now = :from";
    private static final String REOPENING =
            "update reception.score_reopening set code_now = :to where code_now = :from";
    private static final String PAGE = "update reception.score_page set code_now = :to where code_now = :from";
    private static final String ENDING = "update reception.ending set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    ReceptionRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(RECEPTION, PAPER, ENTRY, LINE, SCORE, OBJECTION, REOPENING, PAGE, ENDING)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
