package org.rongyi.career.campaign.exam;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An exam goes on under the new code. */
@Component
class ExamRecode implements DivisionFollower {

    private static final String EXAM = "update campaign.exam set code_now = :to where code_now = :from";
    private static final String ENTRY = "update campaign.exam_entry set code_now = :to where code_now = :from";
    private static final String BAR = "update campaign.exam_bar set code_now = :to where code_now = :from";
    private static final String PAPER = "update campaign.exam_paper set code_now = :to where code_now = :from";
    private static final String MARK = "update campaign.exam_mark set code_now = :to where code_now = :from";
    private static final String REVIEW = "update campaign.exam_review set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    ExamRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(EXAM, ENTRY, BAR, PAPER, MARK, REVIEW)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
