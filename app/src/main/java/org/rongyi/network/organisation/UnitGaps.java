package org.rongyi.network.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 机构缺项: open units of a territory where nobody serves yet. Partner bodies keep their own staff. */
@Component
public class UnitGaps {

    private static final String WITHOUT_STAFF = """
            select u.id, u.name, count(*) over () as many
            from organisation.unit u
            where u.code_now >= :low and u.code_now < :high and u.code_now <@ :ranges::int8multirange
              and u.kind <> 'PARTNER' and (u.closed_on is null or u.closed_on > :today)
              and not exists (select from organisation.staff s
                              where s.unit_id = u.id and s.valid_from <= :today
                                and (s.valid_to is null or s.valid_to > :today))
            order by u.level, u.code_now, u.id
            limit :limit
            """;

    /** Two villages became one, and each had its station: the later one first is asked about. */
    private static final String SERVED_TWICE = """
            select (array_agg(t.unit_id order by t.code_then = t.code_now, u.opened_on desc, u.id desc))[1] as id,
                string_agg(distinct u.name, '、' order by u.name) as name, count(*) over () as many
            from organisation.territory t
            join organisation.unit u on u.id = t.unit_id
            where t.code_now >= :low and t.code_now < :high and t.code_now <@ :ranges::int8multirange
              and u.kind in ('CENTRE', 'STATION')
              and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
              and (u.closed_on is null or u.closed_on > :today)
            group by t.code_now
            having count(distinct t.unit_id) > 1 and not bool_and(t.agreed)
            order by t.code_now
            limit :limit
            """;

    private static final String OPEN = """
            select count(*)
            from organisation.unit u
            where u.code_now >= :low and u.code_now < :high and u.code_now <@ :ranges::int8multirange
              and (u.closed_on is null or u.closed_on > :today)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitGaps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param many how many there are altogether */
    public record Gap(UUID id, String name, long many) {}

    /** Those of the highest level first. */
    public List<Gap> withoutStaff(Scope scope, int limit) {
        return territory(WITHOUT_STAFF, scope)
                .param("limit", limit)
                .query(Gap.class)
                .list();
    }

    /** Divisions with two stations, until one no longer serves or somebody says that both shall; the name is both names. */
    public List<Gap> servedTwice(Scope scope, int limit) {
        return territory(SERVED_TWICE, scope)
                .param("limit", limit)
                .query(Gap.class)
                .list();
    }

    public long open(Scope scope) {
        return territory(OPEN, scope).query(Long.class).single();
    }

    private JdbcClient.StatementSpec territory(String sql, Scope scope) {
        return jdbc.sql(sql)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("ranges", scope.toMultirange())
                .param("today", LocalDate.now(clock));
    }
}
