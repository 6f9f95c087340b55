package org.rongyi.career.campaign.mutual;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 网上双选 goes on under the new code. */
@Component
class MutualRecode implements DivisionFollower {

    private static final String RULE = "update campaign.mutual set code_now = :to where code_now = :from";
    private static final String UNIT = "update campaign.mutual_unit set code_now = :to where code_now = :from";
    private static final String APPLIED =
            "update campaign.mutual_application set code_now = :to where code_now = :from";
    private static final String PICK = "update campaign.mutual_pick set code_now = :to where code_now = :from";
    private static final String PAPER = "update campaign.mutual_paper set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    MutualRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(RULE, UNIT, APPLIED, PICK, PAPER)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
