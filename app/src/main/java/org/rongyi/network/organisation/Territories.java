package org.rongyi.network.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 服务区域: which divisions a unit serves, from when to when. */
@Component
public class Territories {

    private static final String OF = """
            select code_now as code, valid_from, valid_to from organisation.territory
            where unit_id = :unit
            order by valid_to desc nulls first, valid_from desc, code_now
            """;

    private static final String ADD = """
            insert into organisation.territory (unit_id, code_then, code_now, valid_from)
            values (:unit, :code, :code, :on)
            """;

    private static final String END = """
            update organisation.territory set valid_to = :on
            where unit_id = :unit and code_now = :code and valid_to is null and valid_from < :on
            """;

    /** Ended on the day it began: it never was, and {@link UnitHistory} says so. */
    private static final String UNDO = """
            delete from organisation.territory
            where unit_id = :unit and code_now = :code and valid_to is null and valid_from = :on
            """;

    private static final String OTHERS = """
            select t.code_now, u.name
            from organisation.territory t
            join organisation.unit u on u.id = t.unit_id
            where t.code_now = any(:codes) and u.id <> :unit and u.kind in ('CENTRE', 'STATION')
              and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
              and (u.closed_on is null or u.closed_on > :today)
            order by u.level, u.opened_on desc, u.id desc
            """;

    private static final String UNSETTLED = """
            select t.code_now
            from organisation.territory t
            join organisation.unit u on u.id = t.unit_id
            where t.code_now = any(:codes) and u.kind in ('CENTRE', 'STATION')
              and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
              and (u.closed_on is null or u.closed_on > :today)
            group by t.code_now
            having count(distinct t.unit_id) > 1 and not bool_and(t.agreed)
            """;

    private static final String AGREE = """
            update organisation.territory set agreed = true
            where code_now = any(:codes) and valid_to is null and not agreed
            """;

    /** Two acts that give one division to two stations at the same moment would not see each other's. */
    private static final String LOCK = "select pg_advisory_xact_lock(20201, hashtext('served ' || :code))";

    private final JdbcClient jdbc;
    private final Clock clock;

    Territories(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param validTo from this day on no longer; none while it is served */
    public record Served(
            DivisionCode code,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** All there ever were, those in force first. */
    public List<Served> of(UUID unit) {
        return jdbc.sql(OF)
                .param("unit", unit)
                .query((row, n) -> new Served(
                        new DivisionCode(row.getLong("code")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** The open station or centre that serves each of these divisions today, beside this unit. */
    public Map<DivisionCode, String> others(UUID unit, Collection<DivisionCode> codes) {
        var names = new HashMap<DivisionCode, String>();
        jdbc.sql(OTHERS)
                .param("codes", codes.stream().map(DivisionCode::value).toArray(Long[]::new))
                .param("unit", unit)
                .param("today", LocalDate.now(clock))
                .query((java.sql.ResultSet row) -> {
                    names.put(new DivisionCode(row.getLong("code_now")), row.getString("name"));
                });
        return names;
    }

    /** Which of these divisions two stations serve without anybody having said that both shall. */
    public List<DivisionCode> unsettled(Collection<DivisionCode> codes) {
        return jdbc
                .sql(UNSETTLED)
                .param("codes", codes.stream().map(DivisionCode::value).toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list()
                .stream()
                .map(DivisionCode::new)
                .toList();
    }

    /** Somebody says so. */
    void agree(Collection<DivisionCode> codes) {
        jdbc.sql(AGREE)
                .param("codes", codes.stream().map(DivisionCode::value).toArray(Long[]::new))
                .update();
    }

    /** Who serves them stays as it is until the transaction ends; taken in the order of codes. */
    void lock(Collection<DivisionCode> codes) {
        codes.stream()
                .distinct()
                .sorted(Comparator.comparing(DivisionCode::value))
                .forEach(code ->
                        jdbc.sql(LOCK).param("code", code.toString()).query().listOfRows());
    }

    void add(UUID unit, DivisionCode code, LocalDate on) {
        write(ADD, unit, code, on);
    }

    /** Two divisions it served may have become one: then both rows of it end. */
    void end(UUID unit, DivisionCode code, LocalDate on) {
        if (write(END, unit, code, on) + write(UNDO, unit, code, on) == 0) {
            throw new IllegalStateException("the act has seen that " + unit + " serves " + code);
        }
    }

    private int write(String sql, UUID unit, DivisionCode code, LocalDate on) {
        return jdbc.sql(sql)
                .param("unit", unit)
                .param("code", code.value())
                .param("on", on)
                .update();
    }
}
