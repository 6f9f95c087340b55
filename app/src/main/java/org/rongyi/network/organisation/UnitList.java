package org.rongyi.network.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
                   (select count(*) from organisation.staff s
                    where s.unit_id = u.id and s.valid_from <= :today
                      and (s.valid_to is null or s.valid_to > :today))::int as staff
            from organisation.unit u
            where %s
            order by u.code_now, u.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    UnitList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param closed the closed ones instead of the open ones */
    public record Filter(
            String text, @Nullable UnitKind kind, @Nullable Level level, boolean closed) {}

    /** @param staff how many serve there today */
    public record Row(Unit unit, int staff) {}

    public List<Row> page(Scope scope, Filter filter, Stations.@Nullable Cursor after, int limit) {
        var params = new HashMap<String, Object>(
                Map.of("limit", limit, "today", LocalDate.now(clock), "ranges", scope.toMultirange()));
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
        if (after != null) {
            conditions.add("(u.code_now, u.id) > (:afterCode, :afterId)");
            params.put("afterCode", after.key());
            params.put("afterId", after.id());
        }
        return jdbc.sql(LIST.formatted(String.join("\n  and ", conditions)))
                .params(params)
                .query((row, n) -> new Row(Units.unit(row), row.getInt("staff")))
                .list();
    }
}
