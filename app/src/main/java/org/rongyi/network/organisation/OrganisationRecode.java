package org.rongyi.network.organisation;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 代码承接: units and territories go over to the new code. A hosted station's seat lies in the digits of its town or
 * county; it is no division, so nobody else would tell: it gets a seat under the new code, and every room is told.
 */
@Component
class OrganisationRecode implements DivisionFollower {

    private static final String UNITS = "update organisation.unit set code_now = :to where code_now = :from";
    private static final String TERRITORY = "update organisation.territory set code_now = :to where code_now = :from";

    private static final String SEATS = """
            select distinct code_now from organisation.unit
            where host <> 'ADMINISTRATIVE' and code_now between :first and :last and code_now % :step = 0
            order by code_now
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<DivisionFollower> followers;

    OrganisationRecode(@Qualifier("job") JdbcClient jdbc, ObjectProvider<DivisionFollower> followers) {
        this.jdbc = jdbc;
        this.followers = followers;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        move(UNITS, from, to);
        move(TERRITORY, from, to);
        if (from.level() == Level.VILLAGE) {
            return; // no seat lies inside a village
        }
        long step = Units.seatStep(from);
        jdbc.sql(SEATS)
                .param("first", from.value() + Units.FIRST_SEAT * step)
                .param("last", from.value() + Units.LAST_SEAT * step)
                .param("step", step)
                .query(Long.class)
                .list()
                .forEach(seat -> moveSeat(new DivisionCode(seat), to, on));
    }

    private void moveSeat(DivisionCode seat, DivisionCode to, LocalDate on) {
        var free = Units.nextSeat(jdbc, to)
                .orElseThrow(() -> new IllegalStateException("no seat is left for a hosted station in " + to));
        move(UNITS, seat, free);
        move(TERRITORY, seat, free);
        followers.stream().filter(other -> other != this).forEach(other -> other.recoded(seat, free, on));
    }

    private void move(String sql, DivisionCode from, DivisionCode to) {
        jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
    }
}
