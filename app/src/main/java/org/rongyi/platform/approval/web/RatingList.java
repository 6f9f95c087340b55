package org.rongyi.platform.approval.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 好差评, counted: by place, service and grade, what was counted by default apart from what somebody said. */
@Component
class RatingList {

    private static final String COUNTS = """
            select r.code_now - r.code_now % :span as place, r.service, r.grade, r.by_default, count(*) as many
            from approval.rating r
            where r.code_now >= :low and r.code_now < :high and r.at >= :from and r.at < :until
            group by 1, r.service, r.grade, r.by_default
            order by 1, r.service
            """;

    private final JdbcClient jdbc;

    RatingList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param byDefault nobody rated in time */
    record Count(long place, String service, String grade, boolean byDefault, long many) {}

    /**
     * Of a unit, from one day to another, both included.
     *
     * @param below the level of the places it is counted by: towns in 东莞 and 中山
     */
    List<Count> counts(DivisionCode unit, Level below, LocalDate from, LocalDate to) {
        return jdbc.sql(COUNTS)
                .param("span", below.span())
                .param("low", unit.value())
                .param("high", unit.end())
                .param("from", Rated.begin(from))
                .param("until", Rated.begin(Rated.behind(to)))
                .query(Count.class)
                .list();
    }
}
