package org.rongyi.network.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
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

    private static final int PAGE = 20;

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
            @Nullable LocalDate validTo) {}

    public Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<Long> after) {
        var read = list(scope, filter)
                .behind("u.code_now >= :afterCode and (u.code_now, s.id) > (:afterCode, :afterId)", after)
                .page(jdbc, LIST, (row, n) -> row(row), PAGE + 1);
        return Slice.of(read, PAGE, row -> new Cursor<>(row.codeNow(), row.id()));
    }

    /** The whole list, a row at a time, inside the caller's transaction. */
    public void each(Scope scope, Filter filter, Consumer<Row> to) {
        list(scope, filter).each(jdbc, LIST, (row, n) -> row(row), to);
    }

    private TerritoryList list(Scope scope, Filter filter) {
        var list = new TerritoryList(scope, LocalDate.now(clock))
                .where(filter.ended() ? "s.valid_to <= :today" : "(s.valid_to is null or s.valid_to > :today)")
                .narrow("p.role = :role", "role", name(filter.role()))
                .narrow("s.employment = :employment", "employment", name(filter.employment()))
                .narrow("s.establishment = :establishment", "establishment", name(filter.establishment()));
        if (!filter.text().isEmpty()) {
            list.where("(position(:text in s.name) > 0 or starts_with(s.initials, :typed)"
                            + " or a.username = :typed or position(:text in u.name) > 0)")
                    .with("text", filter.text())
                    .with("typed", filter.text().toLowerCase(Locale.ROOT));
        }
        return filter.veterans() ? list.where("s.veteran") : list;
    }

    private static @Nullable String name(@Nullable Enum<?> chosen) {
        return chosen == null ? null : chosen.name();
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
