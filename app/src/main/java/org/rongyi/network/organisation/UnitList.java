package org.rongyi.network.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 机构名单: every unit of a territory, bureaus and partner bodies among them, by code. */
@Component
public class UnitList {

    private static final String LIST = """
            select u.id, u.name, u.kind, u.level, u.host, u.code_now, u.address, u.phone, u.hours, u.services,
                   u.latitude, u.longitude, u.opened_on, u.closed_on, u.version,
                   array(select t.code_now from organisation.territory t
                         where t.unit_id = u.id and t.valid_from <= :today
                           and (t.valid_to is null or t.valid_to > :today)
                         order by t.code_now) as served,
                   (select count(*) from organisation.staff s
                    where s.unit_id = u.id and s.valid_from <= :today
                      and (s.valid_to is null or s.valid_to > :today))::int as staff
            from organisation.unit u
            where %s
            order by u.code_now, u.id
            limit :limit
            """;

    private static final int FETCH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param closed the closed ones instead of the open ones */
    public record Filter(
            String text,
            @Nullable UnitKind kind,
            @Nullable Level level,
            @Nullable Host host,
            boolean closed) {

        /** Open ones with this in their name. */
        public static Filter named(String text) {
            return new Filter(text, null, null, null, false);
        }
    }

    /** @param staff how many serve there today */
    public record Row(Unit unit, List<DivisionCode> served, int staff) {}

    public List<Row> page(Scope scope, Filter filter, Stations.@Nullable Cursor after, int limit) {
        var params = new HashMap<String, Object>(Map.of("limit", limit));
        var conditions = conditions(scope, filter, params);
        if (after != null) {
            conditions.add("(u.code_now, u.id) > (:afterCode, :afterId)");
            params.put("afterCode", after.key());
            params.put("afterId", after.id());
        }
        return jdbc.sql(LIST.formatted(String.join("\n  and ", conditions)))
                .params(params)
                .query((row, n) -> row(row))
                .list();
    }

    /** The whole list, a row at a time, inside the caller's transaction. */
    public void each(Scope scope, Filter filter, Consumer<Row> to) {
        var params = new HashMap<String, Object>(Map.of("limit", Long.MAX_VALUE));
        var conditions = conditions(scope, filter, params);
        try (var rows = jdbc
                .sql(LIST.formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    private List<String> conditions(Scope scope, Filter filter, Map<String, Object> params) {
        params.put("today", LocalDate.now(clock));
        params.put("ranges", scope.toMultirange());
        params.put("low", scope.low());
        params.put("high", scope.high());
        var conditions = new ArrayList<>(List.of(
                "u.code_now >= :low and u.code_now < :high and u.code_now <@ :ranges::int8multirange",
                filter.closed() ? "u.closed_on <= :today" : "(u.closed_on is null or u.closed_on > :today)"));
        if (!filter.text().isEmpty()) {
            conditions.add("(position(:text in u.name) > 0 or starts_with(u.initials, :initials))");
            params.put("text", filter.text());
            params.put("initials", filter.text().toLowerCase(Locale.ROOT));
        }
        if (filter.kind() != null) {
            conditions.add("u.kind = :kind");
            params.put("kind", filter.kind().name());
        }
        if (filter.level() != null) {
            conditions.add("u.level = :level");
            params.put("level", filter.level().number());
        }
        if (filter.host() != null) {
            conditions.add("u.host = :host");
            params.put("host", filter.host().name());
        }
        return conditions;
    }

    private static Row row(ResultSet row) throws SQLException {
        var served = (Long[]) row.getArray("served").getArray();
        return new Row(
                Units.unit(row), Arrays.stream(served).map(DivisionCode::new).toList(), row.getInt("staff"));
    }
}
