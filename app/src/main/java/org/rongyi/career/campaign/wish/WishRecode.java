package org.rongyi.career.campaign.wish;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys and lists go on under the new code. */
@Component
class WishRecode implements DivisionFollower {

    private static final String KEY = "update campaign.sealing_key set code_now = :to where code_now = :from";
    private static final String TRUSTEE = "update campaign.trustee set code_now = :to where code_now = :from";
    private static final String LISTED = "update campaign.sealed_list set code_now = :to where code_now = :from";
    private static final String OPENING = "update campaign.list_opening set code_now = :to where code_now = :from";
    private static final String OPENED = "update campaign.opened_list set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    WishRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(KEY, TRUSTEE, LISTED, OPENING, OPENED)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
