package org.rongyi.career.campaign;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A campaign goes on under the new code, with its posts and its candidates. */
@Component
class CampaignRecode implements DivisionFollower {

    private static final String CAMPAIGN = "update campaign.campaign set code_now = :to where code_now = :from";
    private static final String MEMBER = "update campaign.member set code_now = :to where code_now = :from";
    private static final String MEETING = "update campaign.meeting set code_now = :to where code_now = :from";
    private static final String ATTENDANCE = "update campaign.attendance set code_now = :to where code_now = :from";
    private static final String POST = "update campaign.post set code_now = :to where code_now = :from";
    private static final String QUOTA = "update campaign.quota set code_now = :to where code_now = :from";
    private static final String PLACE = "update campaign.post set place_now = :to where place_now = :from";
    private static final String CANDIDATE = "update campaign.candidate set code_now = :to where code_now = :from";
    private static final String SPOUSE = "update campaign.candidate set spouse_now = :to where spouse_now = :from";
    private static final String SOURCE = "update campaign.draw_source set code_now = :to where code_now = :from";
    private static final String NOTICE = "update campaign.score_notice set code_now = :to where code_now = :from";
    private static final String REFUSAL = "update campaign.refusal set code_now = :to where code_now = :from";
    private static final String CORRECTION = "update campaign.correction set code_now = :to where code_now = :from";
    private static final String RUN = "update campaign.run set code_now = :to where code_now = :from";
    private static final String FILE = "update campaign.run_file set code_now = :to where code_now = :from";
    private static final String PLACED = "update campaign.placed set code_now = :to where code_now = :from";
    private static final String FILLED = "update campaign.filled set code_now = :to where code_now = :from";
    private static final String RESULT = "update campaign.result_notice set code_now = :to where code_now = :from";
    private static final String LETTER = "update campaign.letter set code_now = :to where code_now = :from";
    private static final String MOVE = "update campaign.move set code_now = :to where code_now = :from";
    private static final String RAISE = "update campaign.post_raise set code_now = :to where code_now = :from";

    private final JdbcClient jdbc;

    CampaignRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var sql : List.of(
                CAMPAIGN,
                MEMBER,
                MEETING,
                ATTENDANCE,
                POST,
                PLACE,
                QUOTA,
                CANDIDATE,
                SPOUSE,
                SOURCE,
                NOTICE,
                REFUSAL,
                RAISE,
                CORRECTION,
                RUN,
                FILE,
                PLACED,
                FILLED,
                RESULT,
                LETTER,
                MOVE)) {
            jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
        }
    }
}
