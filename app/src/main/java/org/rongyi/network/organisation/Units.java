package org.rongyi.network.organisation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units and the divisions they serve. */
@Component
public class Units implements UnitDirectory {

    private static final UUID PROVINCIAL_BUREAU = UUID.fromString("01966a00-0000-7000-8000-000000000044");

    private static final String SELECT = """
            select id, name, kind, level, host, code_now, address, phone, hours, services, latitude, longitude,
                   opened_on, closed_on, version
            from organisation.unit
            """;

    private static final String FIND = SELECT + "where id = :id";
    private static final String LOCK = FIND + " for update";

    private static final String IN_FORCE = """
            select u.id, u.name, u.code_now, u.level, u.opened_on, u.closed_on,
                   array(select t.code_now from organisation.territory t
                         where t.unit_id = u.id and t.valid_from <= :today
                           and (t.valid_to is null or t.valid_to > :today)) as served
            from organisation.unit u
            where u.id = any(:ids::uuid[])
            """;

    private static final String RESPONSIBLE = """
            select u.id
            from organisation.territory t
            join organisation.unit u on u.id = t.unit_id
            where t.code_now = any(:codes) and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
              and u.kind in ('CENTRE', 'STATION') and (u.closed_on is null or u.closed_on > :today)
            order by u.level desc, t.code_then = t.code_now desc, u.opened_on, u.id
            limit 1
            """;

    private static final String BUREAU = """
            select u.id
            from organisation.unit u
            where u.kind = 'BUREAU' and u.code_now = any(:codes)
              and u.opened_on <= :today and (u.closed_on is null or u.closed_on > :today)
            order by u.level desc, u.opened_on, u.id
            limit 1
            """;

    private static final String HOSTED_AT = """
            select name from organisation.unit
            where code_now = :seat and host <> 'ADMINISTRATIVE' and (closed_on is null or closed_on > :today)
            order by id
            limit 1
            """;

    static final long FIRST_SEAT = 600;
    static final long LAST_SEAT = 999;

    private static final String NEXT_SEAT = """
            select seat from generate_series(:low::bigint, :high, :step) as seat
            where not exists (select from organisation.unit u where u.code_then = seat or u.code_now = seat)
            order by seat
            limit 1
            """;

    /** Two units opened at one place at the same moment would not see each other's name and seat. */
    private static final String LOCK_PLACE = "select pg_advisory_xact_lock(20201, hashtext(:place))";

    private static final String OPEN = """
            select id from organisation.unit
            where name = :name and host = :host and closed_on is null
              and (code_now = :seat
                   or host <> 'ADMINISTRATIVE' and code_now between :first and :last and (code_now - :first) % :step = 0)
            order by id
            limit 1
            """;

    /** By name, by code, or by both; an empty name and the code 0 leave it open. */
    private static final String NAMED = SELECT + """
            where closed_on is null and (name = :name or :name = '') and (code_now = :code or :code = 0)
              and code_now >= :low and code_now < :high and code_now <@ :ranges::int8multirange
            order by code_now, id
            limit 3
            """;

    private static final String WITHDRAW = "select organisation.withdraw_unit(:id)";

    private static final String INSERT = """
            insert into organisation.unit (id, name, initials, kind, level, host, code_then, code_now, address, phone,
                                           hours, services, latitude, longitude, opened_on)
            values (:id, :name, :initials, :kind, :level, :host, :code, :code, :address, :phone,
                    :hours, :services, :latitude, :longitude, :openedOn)
            """;

    private static final String SERVE = """
            insert into organisation.territory (unit_id, code_then, code_now, valid_from)
            values (:unit, :code, :code, :from)
            """;

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Clock clock;

    Units(JdbcClient jdbc, Divisions divisions, Clock clock) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** The unit, or nothing. */
    public Optional<Unit> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, number) -> unit(row)).optional();
    }

    /** The same, and nobody else changes, closes or staffs it before this transaction ends. */
    Optional<Unit> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, number) -> unit(row)).optional();
    }

    void lockPlace(DivisionCode seat) {
        jdbc.sql(LOCK_PLACE).param("place", seat.toString()).query().singleRow();
    }

    /** The open unit of this name at a place, a hosted one by the division it was seated in. */
    Optional<UUID> findOpen(String name, Host host, DivisionCode seat) {
        long step = seatStep(seat);
        return jdbc.sql(OPEN)
                .param("name", name)
                .param("host", host.name())
                .param("seat", seat.value())
                .param("first", seat.value() + FIRST_SEAT * step)
                .param("last", seat.value() + LAST_SEAT * step)
                .param("step", step)
                .query(UUID.class)
                .optional();
    }

    /** Open units of a territory with this name, this code, or both; three at most, which is too many. */
    List<Unit> named(Scope scope, String name, @Nullable DivisionCode code) {
        return jdbc.sql(NAMED)
                .param("name", name)
                .param("code", code == null ? 0 : code.value())
                .param("low", scope.low())
                .param("high", scope.high())
                .param("ranges", scope.toMultirange())
                .query((row, number) -> unit(row))
                .list();
    }

    /** As if it had never been; false when it was changed or staffed. */
    boolean withdraw(UUID id) {
        return jdbc.sql(WITHDRAW).param("id", id).query(Boolean.class).single();
    }

    @Override
    public Map<UUID, Workplace> findWorkplaces(Collection<UUID> ids) {
        var today = LocalDate.now(clock);
        var found = new HashMap<UUID, Workplace>();
        jdbc.sql(IN_FORCE)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .param("today", today)
                .query((row, number) -> inForce(row, today))
                .list()
                .forEach(unit -> found.put(unit.id(), unit));
        return found;
    }

    @Override
    public UUID provincialBureau() {
        return PROVINCIAL_BUREAU;
    }

    @Override
    public Optional<String> hostedAt(DivisionCode seat) {
        return jdbc.sql(HOSTED_AT)
                .param("seat", seat.value())
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .optional();
    }

    /**
     * The open station that answers for a village: its own, else the nearest level above that has one. Of two stations of
     * a merged village it is the one that served it under this code before.
     */
    @Override
    public Optional<UUID> responsibleFor(DivisionCode code) {
        return nearest(RESPONSIBLE, code);
    }

    @Override
    public Optional<UUID> bureauOf(DivisionCode territory) {
        return nearest(BUREAU, territory);
    }

    private Optional<UUID> nearest(String sql, DivisionCode code) {
        var enclosing = Arrays.stream(Level.values())
                .map(code::at)
                .map(DivisionCode::value)
                .distinct()
                .toArray(Long[]::new);
        return jdbc.sql(sql)
                .param("codes", enclosing)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .optional();
    }

    /**
     * A free seat code for a hosted station: in the digits no real division uses (600 to 999), at town place under a
     * county or above, at village place under a town.
     */
    Optional<DivisionCode> nextSeat(DivisionCode host) {
        return nextSeat(jdbc, host);
    }

    /** The same on another connection. */
    static Optional<DivisionCode> nextSeat(JdbcClient jdbc, DivisionCode host) {
        long step = seatStep(host);
        return jdbc.sql(NEXT_SEAT)
                .param("low", host.value() + FIRST_SEAT * step)
                .param("high", host.value() + LAST_SEAT * step)
                .param("step", step)
                .query(Long.class)
                .optional()
                .map(DivisionCode::new);
    }

    static long seatStep(DivisionCode host) {
        return host.level().isAbove(Level.TOWN) ? Level.TOWN.span() : Level.VILLAGE.span();
    }

    void add(Unit unit, List<DivisionCode> served) {
        jdbc.sql(INSERT)
                .param("id", unit.id())
                .param("name", unit.name())
                .param("initials", Pinyin.ofPlace(unit.name()))
                .param("kind", unit.kind().name())
                .param("level", unit.level().number())
                .param("host", unit.host().name())
                .param("code", unit.code().value())
                .param("address", unit.details().address())
                .param("phone", unit.details().phone())
                .param("hours", unit.details().hours())
                .param("services", unit.details().services().toArray(String[]::new))
                .param("latitude", unit.details().latitude())
                .param("longitude", unit.details().longitude())
                .param("openedOn", unit.openedOn())
                .update();
        for (var code : served) {
            jdbc.sql(SERVE)
                    .param("unit", unit.id())
                    .param("code", code.value())
                    .param("from", unit.openedOn())
                    .update();
        }
    }

    private Workplace inForce(ResultSet row, LocalDate today) throws SQLException {
        var code = new DivisionCode(row.getLong("code_now"));
        var level = Level.of(row.getInt("level"));
        var opened = row.getObject("opened_on", LocalDate.class);
        var closed = row.getObject("closed_on", LocalDate.class);
        return new Workplace(
                row.getObject("id", UUID.class),
                row.getString("name"),
                code,
                level,
                Scope.of(codes(row.getArray("served"))),
                level == Level.CITY && divisions.isCountyless(code.at(Level.CITY)),
                !today.isBefore(opened) && (closed == null || today.isBefore(closed)));
    }

    private static List<DivisionCode> codes(Array array) throws SQLException {
        var codes = new ArrayList<DivisionCode>();
        for (var code : (Long[]) array.getArray()) {
            codes.add(new DivisionCode(code));
        }
        return codes;
    }

    static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                Level.of(row.getInt("level")),
                Host.valueOf(row.getString("host")),
                new DivisionCode(row.getLong("code_now")),
                new Unit.Details(
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("hours"),
                        List.of((String[]) row.getArray("services").getArray()),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class)),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"));
    }
}
