package org.rongyi.care.relief.emergency.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Earlier;
import org.rongyi.care.relief.rule.Facts.Check;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.rule.Household;

/**
 * What is known of an application when the rule is asked.
 *
 * @param registered whether he has his 户籍 in the province
 * @param object his categories among those the fund is for; empty when none is
 * @param otherAid whether what comes before was claimed
 * @param past other applications of his for this, wherever in the province
 * @param hardship the latest 困难帮扶援助, which is no obstacle; none when there is none
 * @param check the visit to the household; none before it was made
 */
public record Facts(
        LocalDate appliedOn,
        Known registered,
        String object,
        Kind kind,
        LocalDate occurredOn,
        Known otherAid,
        Household household,
        List<Past> past,
        @Nullable Earlier hardship,
        @Nullable Check check) {

    public Facts {
        past = List.copyOf(past);
    }

    /**
     * 以前的应急救助.
     *
     * @param where in words
     * @param elsewhere outside the reader's territory, who then knows no more than this of it
     * @param paidOn none unless it was granted
     */
    public record Past(
            String where,
            boolean elsewhere,
            Kind kind,
            LocalDate on,
            LocalDate occurredOn,
            Earlier.State state,
            @Nullable LocalDate paidOn) {}
}
