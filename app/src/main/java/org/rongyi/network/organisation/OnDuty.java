package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 在岗: who served on a day in the units that answer for a place. */
@Component
public class OnDuty {

    /** Past the scope of who asks: a village knows by name who of its county came along. */
    private static final String AROUND =
            "select account, name, unit from organisation.on_duty(:responsible::uuid, :codes, :day)";

    private final JdbcClient jdbc;
    private final Units units;

    OnDuty(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** Somebody in post. */
    public record Member(UUID account, String name, String unit) {}

    /**
     * Those of the station that answers for a village, and of the units of its town and its county, the nearest first. 东莞 and 中山
     * have no county: there the city's stand in its place.
     */
    public List<Member> around(DivisionCode place, LocalDate day) {
        return jdbc.sql(AROUND)
                .param("responsible", units.responsibleFor(place).orElse(null))
                .param(
                        "codes",
                        Stream.of(Level.VILLAGE, Level.TOWN, Level.COUNTY)
                                .map(place::at)
                                .map(DivisionCode::value)
                                .distinct()
                                .toArray(Long[]::new))
                .param("day", day)
                .query(Member.class)
                .list();
    }
}
