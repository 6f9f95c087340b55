package org.rongyi.care.visit;

import java.util.Optional;
import org.rongyi.network.organisation.Stations;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitFollower;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A unit that visited somebody, or answers for persons assigned to it, stays. */
@Component
class VisitUnits implements UnitFollower {

    /** Visits lie where the unit serves: the index on places is used. */
    private static final String VISITED = """
            select exists (
                select from visit.visit v
                where v.unit_id = :unit and v.code_now >= :low and v.code_now < :high)
            """;

    private static final String ASSIGNED = "select exists (select from visit.contact c where c.code_now = :seat)";

    private static final String LEFT = """
            select (select count(*) from visit.contact c where c.code_now = :seat and c.active) as persons,
                (select count(*) from need.need n where n.code_now = :seat and n.state in ('OPEN', 'ACCEPTED')) as needs
            """;

    private final JdbcClient jdbc;
    private final Stations stations;

    VisitUnits(JdbcClient jdbc, Stations stations) {
        this.jdbc = jdbc;
        this.stations = stations;
    }

    private record Left(long persons, long needs) {}

    /** Where a station serves a territory, the level above answers for it; at a seat there is nobody else. */
    @Override
    public Optional<String> leaves(Unit unit) {
        if (!unit.host().isHosted()) {
            return Optional.empty();
        }
        var left = jdbc.sql(LEFT)
                .param("seat", unit.code().value())
                .query(Left.class)
                .single();
        return left.persons() + left.needs() == 0
                ? Optional.empty()
                : Optional.of("还有 " + left.persons() + " 名指派给它负责联系的人员、" + left.needs() + " 项没有办结的需求，请先移交给别的村（社区）或站");
    }

    @Override
    public Optional<String> holds(Unit unit) {
        for (var code : stations.served(unit.id())) {
            boolean visited = jdbc.sql(VISITED)
                    .param("unit", unit.id())
                    .param("low", code.value())
                    .param("high", code.end())
                    .query(Boolean.class)
                    .single();
            if (visited) {
                return Optional.of("已有走访联系记录");
            }
        }
        boolean assigned = unit.host().isHosted()
                && jdbc.sql(ASSIGNED)
                        .param("seat", unit.code().value())
                        .query(Boolean.class)
                        .single();
        return assigned ? Optional.of("已有指派给它负责联系的人员") : Optional.empty();
    }
}
