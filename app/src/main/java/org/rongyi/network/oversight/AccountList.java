package org.rongyi.network.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.AccountState;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 账号名单: the accounts of an administrator's territory, by user name. Of veterans' own it says no name. */
@Component
public class AccountList {

    public static final int PAGE = 20;
    private static final int FETCH = 500;

    private static final String LIST = """
            select a.id, a.username, case when a.person_id is null and not a.kin then a.name else '' end as name,
                   a.person_id is not null or a.kin as own, a.seen_at, a.created_at,
                   case when a.disabled then 'DISABLED'
                        when a.held or access.is_locked(a.locked_at, a.locked_until, :now) then 'LOCKED'
                        when a.password_hash is null then 'NOT_ENABLED'
                        else 'IN_USE' end as state,
                   array(select p.role || ' ' || u.name
                         from access.post p
                         join organisation.unit u on u.id = p.unit_id
                         where p.account_id = a.id
                           and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
                           and u.code_now >= :low and u.code_now < :high and u.code_now <@ :ranges::int8multirange
                         order by u.code_now, p.id) as posts
            from access.account a
            where %s
            order by a.username, a.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param role held today */
    public record Filter(
            String text,
            @Nullable AccountState state,
            @Nullable Role role) {}

    /** @param posts in force, in the reader's territory */
    public record Row(
            UUID id,
            String username,
            String name,
            boolean own,
            AccountState state,
            List<Post> posts,
            @Nullable OffsetDateTime seenAt,
            OffsetDateTime createdAt) {}

    public record Post(Role role, String unit) {}

    public Slice<Row> page(Actor.Office actor, Filter filter, @Nullable Cursor<String> after) {
        var params = new HashMap<String, Object>(Map.of("limit", PAGE + 1));
        var conditions = conditions(actor, filter, params);
        if (after != null) {
            conditions.add("(a.username, a.id) > (:afterName, :afterId)");
            params.put("afterName", after.key());
            params.put("afterId", after.id());
        }
        var read = jdbc.sql(LIST.formatted(String.join("\n  and ", conditions)))
                .params(params)
                .query((row, n) -> row(row))
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.username(), row.id()));
    }

    /** The whole list, a row at a time, inside the caller's transaction. */
    public void each(Actor.Office actor, Filter filter, Consumer<Row> to) {
        var params = new HashMap<String, Object>(Map.of("limit", ListDownload.most()));
        var conditions = conditions(actor, filter, params);
        try (var rows = jdbc
                .sql(LIST.formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    private List<String> conditions(Actor.Office actor, Filter filter, Map<String, Object> params) {
        params.put("today", LocalDate.now(clock));
        params.put("now", OffsetDateTime.now(clock));
        params.put("ranges", actor.scope().toMultirange());
        params.put("low", actor.scope().low());
        params.put("high", actor.scope().high());
        var conditions = new ArrayList<String>();
        if (AccountReach.isWhole(actor)) {
            conditions.add("true");
        } else {
            conditions.add("a.id in (select p.account_id from access.post p"
                    + " join organisation.unit u on u.id = p.unit_id"
                    + " where u.code_now >= :low and u.code_now < :high and u.code_now <@ :ranges::int8multirange)");
        }
        if (!filter.text().isEmpty()) {
            conditions.add("(starts_with(a.username, :typed)"
                    + " or a.person_id is null and not a.kin and position(:text in a.name) > 0"
                    + " or a.id in (select s.account_id from organisation.staff s"
                    + " where starts_with(s.initials, :typed))"
                    + " or a.id in (select p.account_id from access.post p"
                    + " join organisation.unit u on u.id = p.unit_id where position(:text in u.name) > 0))");
            params.put("text", filter.text());
            params.put("typed", filter.text().toLowerCase(Locale.ROOT));
        }
        if (filter.role() != null) {
            conditions.add("a.id in (select p.account_id from access.post p where p.role = :role"
                    + " and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today))");
            params.put("role", filter.role().name());
        }
        if (filter.state() != null) {
            conditions.add(state(filter.state()));
        }
        return conditions;
    }

    private static String state(AccountState state) {
        return switch (state) {
            case DISABLED -> "a.disabled";
            case LOCKED -> "not a.disabled and (a.held or access.is_locked(a.locked_at, a.locked_until, :now))";
            case NOT_ENABLED ->
                "not a.disabled and not a.held and not access.is_locked(a.locked_at, a.locked_until, :now)"
                        + " and a.password_hash is null";
            case IN_USE ->
                "not a.disabled and not a.held and not access.is_locked(a.locked_at, a.locked_until, :now)"
                        + " and a.password_hash is not null";
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        var posts = (String[]) row.getArray("posts").getArray();
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getBoolean("own"),
                AccountState.valueOf(row.getString("state")),
                Arrays.stream(posts).map(AccountList::post).toList(),
                row.getObject("seen_at", OffsetDateTime.class),
                row.getObject("created_at", OffsetDateTime.class));
    }

    private static Post post(String text) {
        int space = text.indexOf(' ');
        return new Post(Role.valueOf(text.substring(0, space)), text.substring(space + 1));
    }
}
