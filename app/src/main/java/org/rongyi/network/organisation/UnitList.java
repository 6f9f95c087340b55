package org.rongyi.network.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
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

    private static final int PAGE = 20;

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

    public Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<Long> after) {
        var read = list(scope, filter)
                .behind("u.code_now >= :afterCode and (u.code_now, u.id) > (:afterCode, :afterId)", after)
                .page(jdbc, LIST, (row, n) -> row(row), PAGE + 1);
        return Slice.of(
                read,
                PAGE,
                row -> new Cursor<>(row.unit().code().value(), row.unit().id()));
    }

    /** The first few. */
    public List<Row> first(Scope scope, Filter filter, int limit) {
        return list(scope, filter).page(jdbc, LIST, (row, n) -> row(row), limit);
    }

    /** The whole list, a row at a time, inside the caller's transaction. */
    public void each(Scope scope, Filter filter, Consumer<Row> to) {
        list(scope, filter).each(jdbc, LIST, (row, n) -> row(row), to);
    }

    private TerritoryList list(Scope scope, Filter filter) {
        var kind = filter.kind();
        var level = filter.level();
        var host = filter.host();
        var list = new TerritoryList(scope, LocalDate.now(clock))
                .where(filter.closed() ? "u.closed_on <= :today" : "(u.closed_on is null or u.closed_on > :today)")
                .narrow("u.kind = :kind", "kind", kind == null ? null : kind.name())
                .narrow("u.level = :level", "level", level == null ? null : level.number())
                .narrow("u.host = :host", "host", host == null ? null : host.name());
        return filter.text().isEmpty()
                ? list
                : list.where("(position(:text in u.name) > 0 or starts_with(u.initials, :initials))")
                        .with("text", filter.text())
                        .with("initials", filter.text().toLowerCase(Locale.ROOT));
    }

    private static Row row(ResultSet row) throws SQLException {
        var served = (Long[]) row.getArray("served").getArray();
        return new Row(
                Units.unit(row), Arrays.stream(served).map(DivisionCode::new).toList(), row.getInt("staff"));
    }
}
