package org.rongyi.network.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.route.Seat;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which unit a step of a case waits at: the one that serves the place, at its level or the nearest above. */
@Component
class CaseDesks implements Desks {

    private static final String SERVING = """
            select distinct on (u.level, u.opened_on, u.id) u.id, u.name, u.level
            from organisation.territory t
            join organisation.unit u on u.id = t.unit_id
            where t.code_now = any(:codes) and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
              and u.kind = any(:kinds) and u.level <= :lowest
              and u.opened_on <= :today and (u.closed_on is null or u.closed_on > :today)
            order by u.level, u.opened_on, u.id
            """;

    private static final String MANNED = """
            select distinct t.code_now
            from organisation.territory t
            join organisation.unit u on u.id = t.unit_id
            where t.code_now >= :low and t.code_now < :high and t.valid_from <= :today
              and (t.valid_to is null or t.valid_to > :today) and u.kind = any(:kinds) and u.level = :level
              and u.opened_on <= :today and (u.closed_on is null or u.closed_on > :today)
              and access.manned(u.id, :roles, :today)
            """;

    private static final String SEATS = """
            select distinct u.code_now
            from unnest(:hosts::bigint[]) h(code)
            join organisation.unit u
                on u.code_now between h.code + :first and h.code + :last and u.host <> 'ADMINISTRATIVE'
            """;

    private static final String STAFFED = """
            select distinct s.code_now
            from (select t.unit_id, t.code_now
                  from organisation.territory t
                  where t.code_now = any(:codes) and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
                  union all
                  select k.id, k.code_now
                  from organisation.unit k
                  where k.code_now = any(:codes) and k.host <> 'ADMINISTRATIVE') s
            join organisation.unit u on u.id = s.unit_id
            where u.kind = any(:kinds) and u.level = any(:levels)
              and u.opened_on <= :today and (u.closed_on is null or u.closed_on > :today)
              and access.manned(u.id, :roles, :today)
            """;

    private static final String[] STATIONS = {UnitKind.CENTRE.name(), UnitKind.STATION.name()};
    private static final String[] BUREAUS = {UnitKind.BUREAU.name()};
    private static final String[] OF_THE_STATE = {
        UnitKind.CENTRE.name(), UnitKind.STATION.name(), UnitKind.BUREAU.name()
    };
    private static final String[] ALL = {
        UnitKind.CENTRE.name(), UnitKind.STATION.name(), UnitKind.BUREAU.name(), UnitKind.PARTNER.name()
    };

    private static final String PHONE = "select phone from organisation.unit where id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseDesks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Desk> find(DivisionCode place, Level level, Seat.Body body) {
        var wanted = body == Seat.Body.BUREAU ? BUREAUS : STATIONS;
        return lowest(serving(place, level, wanted))
                .or(() -> lowest(serving(place, level, ALL)))
                .or(() -> lowest(serving(place, Level.PROVINCE, ALL)));
    }

    @Override
    public Optional<Desk> above(DivisionCode place, Level level) {
        return level == Level.PROVINCE
                ? Optional.empty()
                : lowest(serving(place, Level.of(level.number() - 1), BUREAUS));
    }

    @Override
    public Set<DivisionCode> manned(DivisionCode within, Level level, Collection<Role> roles) {
        return jdbc
                .sql(MANNED)
                .param("low", within.value())
                .param("high", within.end())
                .param("today", LocalDate.now(clock))
                .param("kinds", OF_THE_STATE)
                .param("level", level.number())
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query(Long.class)
                .stream()
                .map(DivisionCode::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<DivisionCode> seats(Collection<DivisionCode> hosts) {
        long step = Level.TOWN.span();
        return jdbc
                .sql(SEATS)
                .param("hosts", values(hosts))
                .param("first", Units.FIRST_SEAT * step)
                .param("last", Units.LAST_SEAT * step)
                .query(Long.class)
                .stream()
                .map(DivisionCode::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<DivisionCode> staffed(Collection<DivisionCode> codes, Collection<Level> levels, Collection<Role> roles) {
        return jdbc
                .sql(STAFFED)
                .param("codes", values(codes))
                .param("levels", levels.stream().map(Level::number).toArray(Integer[]::new))
                .param("today", LocalDate.now(clock))
                .param("kinds", OF_THE_STATE)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query(Long.class)
                .stream()
                .map(DivisionCode::new)
                .collect(Collectors.toSet());
    }

    private static Long[] values(Collection<DivisionCode> codes) {
        return codes.stream().map(DivisionCode::value).toArray(Long[]::new);
    }

    @Override
    public Optional<String> phone(UUID unit) {
        return jdbc.sql(PHONE).param("id", unit).query(String.class).optional();
    }

    @Override
    public List<Desk> serving(DivisionCode place) {
        return serving(place, Level.VILLAGE, ALL);
    }

    private static Optional<Desk> lowest(List<Desk> widestFirst) {
        return widestFirst.isEmpty() ? Optional.empty() : Optional.of(firstOfLowest(widestFirst));
    }

    /** Of several units of the lowest level the one that opened first. */
    private static Desk firstOfLowest(List<Desk> desks) {
        var level = desks.getLast().level();
        return desks.stream().filter(desk -> desk.level() == level).findFirst().orElseThrow();
    }

    private List<Desk> serving(DivisionCode place, Level lowest, String[] kinds) {
        var enclosing = Arrays.stream(Level.values())
                .map(place::at)
                .map(DivisionCode::value)
                .distinct()
                .toArray(Long[]::new);
        return jdbc.sql(SERVING)
                .param("codes", enclosing)
                .param("today", LocalDate.now(clock))
                .param("kinds", kinds)
                .param("lowest", lowest.number())
                .query((row, n) ->
                        new Desk(row.getObject("id", UUID.class), row.getString("name"), Level.of(row.getInt("level"))))
                .list();
    }
}
