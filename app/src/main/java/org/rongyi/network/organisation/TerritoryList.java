package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of what belongs to the units of a territory, by the unit's code: narrowed, and read by pages or whole. */
final class TerritoryList {

    private static final int FETCH = 500;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    TerritoryList(Scope scope, LocalDate today) {
        with("today", today).with("ranges", scope.toMultirange());
        with("low", scope.low()).with("high", scope.high());
        where("u.code_now >= :low and u.code_now < :high and u.code_now <@ :ranges::int8multirange");
    }

    TerritoryList where(String condition) {
        conditions.add(condition);
        return this;
    }

    TerritoryList with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    /** Narrows by a chosen value; by nothing when none is chosen. */
    TerritoryList narrow(String condition, String name, @Nullable Object chosen) {
        return chosen == null ? this : where(condition).with(name, chosen);
    }

    /** Goes on behind a cursor; from the beginning without one. The condition speaks of afterCode and afterId. */
    TerritoryList behind(String condition, @Nullable Cursor<Long> after) {
        return after == null
                ? this
                : where(condition).with("afterCode", after.key()).with("afterId", after.id());
    }

    /** @param sql says {@code where %s} and {@code limit :limit} */
    <R> List<R> page(JdbcClient jdbc, String sql, RowMapper<R> row, int limit) {
        return query(jdbc, sql, limit).query(row).list();
    }

    /** A row at a time, inside the caller's transaction. */
    <R> void each(JdbcClient jdbc, String sql, RowMapper<R> row, Consumer<R> to) {
        try (var rows = query(jdbc, sql, ListDownload.most()).withFetchSize(FETCH).query(row).stream()) {
            rows.forEach(to);
        }
    }

    private JdbcClient.StatementSpec query(JdbcClient jdbc, String sql, long limit) {
        return jdbc.sql(sql.formatted(String.join("\n  and ", conditions)))
                .params(params)
                .param("limit", limit);
    }
}
