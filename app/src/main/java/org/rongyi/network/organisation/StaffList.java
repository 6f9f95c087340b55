package org.rongyi.network.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 人员名单: who serves in the units of a territory, by the unit's code. */
@Component
public class StaffList {

    private static final String LIST = """
            select s.id, s.unit_id, s.name, s.title, s.employment, s.establishment, s.veteran, s.valid_from, s.valid_to,
                   u.name as unit_name, u.code_now, p.role, a.username, a.password_hash is not null as enabled
            from organisation.unit u
            join organisation.staff s on s.unit_id = u.id
            join access.post p on p.id = s.post_id
            join access.account a on a.id = s.account_id
            where %s
            order by u.code_now, s.id
            limit :limit
            """;

    private static final int FETCH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param ended who no longer serves instead of who does */
    public record Filter(
            String text,
            @Nullable Role role,
            @Nullable Employment employment,
            @Nullable Establishment establishment,
            boolean veterans,
            boolean ended) {}

    /** @param enabled whether he has set his password */
    public record Row(
            UUID id,
            UUID unitId,
            String unitName,
            long codeNow,
            String name,
            String username,
            boolean enabled,
            String title,
            Role role,
            Employment employment,
            Establishment establishment,
            boolean veteran,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        public Stations.Cursor cursor() {
            return new Stations.Cursor(codeNow, id);
        }
    }

    public List<Row> page(Scope scope, Filter filter, Stations.@Nullable Cursor after, int limit) {
        var params = new HashMap<String, Object>(Map.of("limit", limit));
        var conditions = conditions(scope, filter, params);
        if (after != null) {
            conditions.add("u.code_now >= :afterCode and (u.code_now, s.id) > (:afterCode, :afterId)");
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
                filter.ended() ? "s.valid_to <= :today" : "(s.valid_to is null or s.valid_to > :today)"));
        if (!filter.text().isEmpty()) {
            conditions.add("(position(:text in s.name) > 0 or starts_with(s.initials, :typed)"
                    + " or a.username = :typed or position(:text in u.name) > 0)");
            params.put("text", filter.text());
            params.put("typed", filter.text().toLowerCase(Locale.ROOT));
        }
        if (filter.role() != null) {
            conditions.add("p.role = :role");
            params.put("role", filter.role().name());
        }
        if (filter.employment() != null) {
            conditions.add("s.employment = :employment");
            params.put("employment", filter.employment().name());
        }
        if (filter.establishment() != null) {
            conditions.add("s.establishment = :establishment");
            params.put("establishment", filter.establishment().name());
        }
        if (filter.veterans()) {
            conditions.add("s.veteran");
        }
        return conditions;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getLong("code_now"),
                row.getString("name"),
                row.getString("username"),
                row.getBoolean("enabled"),
                row.getString("title"),
                Role.valueOf(row.getString("role")),
                Employment.valueOf(row.getString("employment")),
                Establishment.valueOf(row.getString("establishment")),
                row.getBoolean("veteran"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
