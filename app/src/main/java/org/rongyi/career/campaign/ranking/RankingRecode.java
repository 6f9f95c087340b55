package org.rongyi.career.campaign.ranking;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A ranking goes on under the new code. */
@Component
class RankingRecode implements DivisionFollower {

    private static final String RANKING = "update campaign.post_ranking set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    RankingRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        jdbc.sql(RANKING).param("from", from.value()).param("to", to.value()).update();
    }
}
