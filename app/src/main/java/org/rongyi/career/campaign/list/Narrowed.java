package org.rongyi.career.campaign.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of one campaign, narrowed, and read by pages or whole. What the reader may see of it the database decides. */
final class Narrowed {

    static final int PAGE = 20;

    private static final int FETCH = 500;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    Narrowed(UUID campaign) {
        params.put("campaign", campaign);
    }

    Narrowed where(String condition) {
        conditions.add(condition);
        return this;
    }

    Narrowed with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    /** Goes on behind a cursor; from the beginning without one. */
    Narrowed behind(String condition, String key, @Nullable Cursor<?> after) {
        return after == null ? this : where(condition).with(key, after.key()).with("afterId", after.id());
    }

    /**
     * One row more than a page, which tells that there is a next one.
     *
     * @param sql says {@code %s} for the conditions and {@code limit :limit}
     */
    <R> List<R> page(JdbcClient jdbc, String sql, RowMapper<R> row) {
        return query(jdbc, sql, PAGE + 1L).query(row).list();
    }

    /** A few hundred at a time, inside the caller's transaction. */
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
