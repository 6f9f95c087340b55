package org.rongyi.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two baselines' idea of a territory. Their reads run as the job role, which no row-level security narrows. */
@Component
public class Below {

    private static final String MAKE = """
            drop schema if exists bench cascade;
            create schema bench;
            create table bench.unit (id bigint not null primary key, parent bigint, ancestors text not null);
            create index on bench.unit (parent);
            grant usage on schema bench to rongyi_job;
            grant select on bench.unit to rongyi_job;
            """;

    private final JdbcClient job;
    private final Divisions divisions;
    private final Map<DivisionCode, Long[]> ids = new ConcurrentHashMap<>();

    Below(@Qualifier("job") JdbcClient job, Divisions divisions) {
        this.job = job;
        this.divisions = divisions;
    }

    public JdbcClient jdbc() {
        return job;
    }

    /** A condition on the column, and what it needs. */
    public record Condition(String sql, Map<String, Object> params) {}

    public Condition of(String column, DivisionCode unit) {
        return switch (Way.now()) {
            case PRODUCT -> throw new IllegalStateException("the product has its own");
            case ANCESTORS ->
                new Condition(
                        column + " in (select d.id from bench.unit d"
                                + " where d.id = :unit or :unitText = any (string_to_array(d.ancestors, ',')))",
                        Map.of("unit", unit.value(), "unitText", unit.toString()));
            case IDS -> new Condition(column + " = any (:ids)", Map.of("ids", ids(unit)));
        };
    }

    /** The unit and all below it, seats of hosted stations too; once looked up it stays in memory. */
    private Long[] ids(DivisionCode unit) {
        return ids.computeIfAbsent(
                unit,
                asked -> job.sql("select id from bench.unit where id >= :low and id < :high order by id")
                        .param("low", asked.value())
                        .param("high", asked.end())
                        .query(Long.class)
                        .list()
                        .toArray(Long[]::new));
    }

    /** The table of units with their ancestors, as such systems keep it. */
    static String schema() {
        return MAKE;
    }

    Map<Long, String> ancestors(List<Long> seats) {
        var rows = new HashMap<Long, String>();
        divisions.provinces().forEach(province -> add(province, "0", rows));
        seats.forEach(seat -> {
            var county = new DivisionCode(seat - seat % 1_000_000L);
            rows.putIfAbsent(seat, rows.getOrDefault(county.value(), "0") + "," + county);
        });
        return rows;
    }

    private void add(Division division, String above, Map<Long, String> into) {
        into.put(division.code().value(), above);
        divisions
                .children(division.code(), divisions.today())
                .forEach(child -> add(child, above + "," + division.code(), into));
    }
}
