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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 服务中心(站)名录: the open centres and stations, for everybody. Bureaus and partner bodies are never among them. */
@Component
public class Stations {

    private static final String COLUMNS = """
            u.id, u.name, u.kind, u.level, u.host, u.code_now, u.address, u.phone, u.hours, u.services, u.latitude,
            u.longitude, u.opened_on, u.closed_on, u.version""";

    private static final String OPEN = """
            u.kind in ('CENTRE', 'STATION') and u.opened_on <= :today and (u.closed_on is null or u.closed_on > :today)""";

    private static final String LIST =
            "select " + COLUMNS + " from organisation.unit u where %s order by u.code_now, u.id limit :limit";

    private static final String FIND = "select " + COLUMNS + " from organisation.unit u where u.id = :id and " + OPEN;

    /** Haversine on a sphere of the earth's mean radius: off by half a percent at most. */
    private static final String NEAREST = "select * from (select " + COLUMNS + """
            , round(2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(u.latitude - :lat) / 2), 2)
                + cos(radians(:lat)) * cos(radians(u.latitude))
                * power(sin(radians(u.longitude - :lon) / 2), 2)))))::bigint as metres
            from organisation.unit u
            where %s and u.latitude between :lat::float8 - :tall and :lat::float8 + :tall
              and u.longitude between :lon::float8 - :wide and :lon::float8 + :wide) u
            where u.metres <= :radius and (u.metres, u.id) > (:afterKey, :afterId)
            order by u.metres, u.id limit :limit
            """;

    private static final String COUNT = """
            select (u.code_now / :span) * :span as area, count(*)::int as stations
            from organisation.unit u
            where u.code_now >= :low and u.code_now < :high and\s""" + OPEN + " group by 1";

    private static final String SERVED = """
            select distinct t.code_now from organisation.territory t
            where t.unit_id = :unit and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
            order by t.code_now
            """;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double FIRST_RADIUS = 5_000;
    private static final double FARTHEST = 20_100_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    Stations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is looked for: part of a name or address, or pinyin initials; a level; a division with all below it. */
    public record Filter(
            String text, @Nullable Level level, @Nullable DivisionCode division) {

        public static final Filter ALL = new Filter("", null, null);
    }

    /** Where somebody stands, degrees. */
    public record Near(double latitude, double longitude) {

        /** Reads {@code 23.34,112.69}; anything else is empty. */
        public static Optional<Near> parse(String text) {
            var parts = text.split(",", -1);
            try {
                var near = parts.length == 2
                        ? new Near(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()))
                        : new Near(Double.NaN, Double.NaN);
                return Math.abs(near.latitude) <= 90 && Math.abs(near.longitude) <= 180
                        ? Optional.of(near)
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return latitude + "," + longitude;
        }
    }

    /** One line; how far away, when somebody said where he stands. */
    public record Entry(Unit unit, @Nullable Long metres) {}

    /** Where the next page begins: behind this code, or this distance, and id. */
    public record Cursor(long key, UUID id) {

        public static Cursor behind(Entry entry) {
            return new Cursor(
                    entry.metres() == null ? entry.unit().code().value() : entry.metres(),
                    entry.unit().id());
        }

        public static Optional<Cursor> parse(String text) {
            var parts = text.split("_", 2);
            try {
                return parts.length == 2
                        ? Optional.of(new Cursor(Long.parseLong(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return key + "_" + id;
        }
    }

    /** From the province down, by code. */
    public List<Entry> list(Filter filter, @Nullable Cursor after, int limit) {
        var params = new HashMap<String, Object>(Map.of("limit", limit));
        var conditions = conditions(filter, params);
        if (after != null) {
            conditions.add("(u.code_now, u.id) > (:afterKey, :afterId)");
            params.put("afterKey", after.key());
            params.put("afterId", after.id());
        }
        return jdbc.sql(LIST.formatted(String.join(" and ", conditions)))
                .params(params)
                .query((row, n) -> new Entry(Units.unit(row), null))
                .list();
    }

    /** By distance. The box looked into grows until it holds enough, so that the index on places serves. */
    public List<Entry> nearest(Near near, Filter filter, @Nullable Cursor after, int limit) {
        var params = new HashMap<String, Object>(Map.of("limit", limit));
        var sql = NEAREST.formatted(String.join(" and ", conditions(filter, params)));
        params.put("lat", near.latitude());
        params.put("lon", near.longitude());
        params.put("afterKey", after == null ? -1L : after.key());
        params.put("afterId", after == null ? BEFORE_ALL : after.id());
        double radius = Math.max(FIRST_RADIUS, after == null ? 0 : 2.0 * after.key());
        while (true) {
            double tall = radius / METRES_PER_DEGREE;
            double narrowing = Math.cos(Math.toRadians(Math.min(89.9, Math.abs(near.latitude()) + tall)));
            params.put("radius", radius);
            params.put("tall", tall);
            params.put("wide", tall / narrowing);
            var found = jdbc.sql(sql)
                    .params(params)
                    .query((row, n) -> new Entry(Units.unit(row), row.getLong("metres")))
                    .list();
            if (found.size() >= limit || radius >= FARTHEST) {
                return found;
            }
            radius = Math.min(FARTHEST, radius * 4);
        }
    }

    /** One open centre or station. */
    public Optional<Unit> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> Units.unit(row))
                .optional();
    }

    /** The divisions a unit serves today. */
    public List<DivisionCode> served(UUID unit) {
        return jdbc
                .sql(SERVED)
                .param("unit", unit)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list()
                .stream()
                .map(DivisionCode::new)
                .toList();
    }

    /** How many there are inside a division, by the areas of a level below; those of the division itself under it. */
    public Map<DivisionCode, Integer> count(DivisionCode within, Level areas) {
        var counts = new HashMap<DivisionCode, Integer>();
        jdbc.sql(COUNT)
                .param("span", areas.span())
                .param("low", within.value())
                .param("high", within.end())
                .param("today", LocalDate.now(clock))
                .query((ResultSet row) -> count(row, counts));
        return counts;
    }

    private static void count(ResultSet row, Map<DivisionCode, Integer> counts) throws SQLException {
        counts.put(new DivisionCode(row.getLong("area")), row.getInt("stations"));
    }

    private List<String> conditions(Filter filter, Map<String, Object> params) {
        var conditions = new ArrayList<>(List.of(OPEN));
        params.put("today", LocalDate.now(clock));
        if (!filter.text().isEmpty()) {
            conditions.add("(position(:text in u.name) > 0 or position(:text in u.address) > 0"
                    + " or starts_with(u.initials, :initials))");
            params.put("text", filter.text());
            params.put("initials", filter.text().toLowerCase(Locale.ROOT));
        }
        if (filter.level() != null) {
            conditions.add("u.level = :level");
            params.put("level", filter.level().number());
        }
        if (filter.division() != null) {
            conditions.add("u.code_now >= :low and u.code_now < :high");
            params.put("low", filter.division().value());
            params.put("high", filter.division().end());
        }
        return conditions;
    }
}
