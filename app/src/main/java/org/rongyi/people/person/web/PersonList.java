package org.rongyi.people.person.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 人员名册: persons of a territory, and the search by name, pinyin initials or citizen number. Lists start from places,
 * so that the scope stays one indexed range.
 */
@Component
public class PersonList {

    static final int PAGE = 20;
    private static final int FETCH = 500;

    static final String COLUMNS = """
            select p.id, p.name, p.male, p.born_year, p.citizen_sealed, p.phone_sealed, p.categories, p.status, pl.code_now,
                   pl.kind, pl.address, pl.group_name, pl.responsible
            """;

    /** Category and status are looked at row by row: only a county's worth of rows is ever asked for them. */
    private static final String FILTER = """
              and (:category::text is null or :category = any(p.categories))
              and (:status::text is null or p.status = :status)
            """;

    /**
     * The first page's cursor stands before the territory's first person; a lower bound would start at the index's
     * beginning. Whose two places have become one village is one line: the place that answers for him.
     */
    private static final String BROWSE = COLUMNS + """
            from person.place pl
            join person.person p on p.id = pl.person_id
            where pl.valid_to is null and pl.code_now < :high and (pl.code_now, pl.person_id) > (:afterCode, :afterPerson)
              and pl.kind = (select own.kind from person.place own
                             where own.person_id = pl.person_id and own.code_now = pl.code_now and own.valid_to is null
                             order by own.responsible desc, own.kind
                             limit 1)
            """ + FILTER + """
            order by pl.code_now, pl.person_id
            limit :limit
            """;

    /**
     * {@code limit 1} keeps the place a question of its own: joined by person and code it counts for far fewer rows than
     * there are, and the planner would read everybody of that name to sort them.
     */
    private static final String BY_GRAM = COLUMNS + """
            from person.name_gram g
            join person.person p on p.id = g.person_id
            cross join lateral (
                select l.code_now, l.kind, l.address, l.group_name, l.responsible
                from person.place l
                where l.person_id = g.person_id and l.code_now = g.code_now and l.valid_to is null
                order by l.responsible desc, l.kind
                limit 1) pl
            where g.gram = :gram and g.code_now < :high and (g.code_now, g.person_id) > (:afterCode, :afterPerson)
              and position(:text in p.name) > 0
            """ + FILTER + """
            order by g.code_now, g.person_id
            limit :limit
            """;

    private static final String BY_NUMBER = COLUMNS + """
            from person.place pl
            join person.person p on p.id = pl.person_id
            where pl.person_id = :id and pl.valid_to is null and pl.code_now >= :low and pl.code_now < :high
            """ + FILTER + """
            order by pl.responsible desc
            limit 1
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final People people;
    private final PersonFile file;

    PersonList(JdbcClient jdbc, People people, PersonFile file) {
        this.jdbc = jdbc;
        this.people = people;
        this.file = file;
    }

    /**
     * What to show.
     *
     * @param text a name or part of it, pinyin initials, a citizen number, or nothing for the whole roster
     * @param unit a unit of the territory; none for all of it
     */
    public record Filter(
            String text,
            @Nullable DivisionCode unit,
            @Nullable Category category,
            @Nullable PersonStatus status) {}

    /**
     * A line of the list: a person at one of his places.
     *
     * @param numbers opened and masked only when a file is written
     */
    public record Row(
            UUID id,
            String name,
            boolean male,
            int bornYear,
            List<Category> categories,
            PersonStatus status,
            DivisionCode code,
            PlaceKind kind,
            String address,
            String groupName,
            boolean responsible,
            PersonFile.Sealed numbers) {

        public String categoryNames() {
            return categories.stream().map(Category::zh).collect(Collectors.joining("、"));
        }
    }

    /** One row more than a page tells whether there is a next one. */
    List<Row> page(Scope scope, Filter filter, @Nullable Cursor<Long> after) {
        return query(scope, filter, after, PAGE + 1)
                .map(found -> found.query((row, n) -> row(row)).list())
                .orElse(List.of());
    }

    /** Everybody of the list, read a few hundred at a time; inside a transaction. */
    void each(Scope scope, Filter filter, Consumer<Row> to) {
        query(scope, filter, null, ListDownload.most()).ifPresent(found -> {
            try (var rows = found.withFetchSize(FETCH).query((row, n) -> row(row)).stream()) {
                rows.forEach(to);
            }
        });
    }

    /** What stands in a file's columns for number and phone. */
    PersonFile.Masked masked(Row row) {
        return file.mask(row.id(), row.numbers());
    }

    /** None when a number was asked for that nobody within reach has. */
    private Optional<JdbcClient.StatementSpec> query(
            Scope scope, Filter filter, @Nullable Cursor<Long> after, long limit) {
        var params = territory(scope, filter);
        params.put("limit", limit);
        var wanted = filter.text().strip();
        var number = CitizenId.canonical(wanted);
        if (number.length() == 18 && CitizenId.check(number) instanceof CitizenId.Valid) {
            return people.findByNumber(number).map(id -> {
                params.put("id", id);
                return jdbc.sql(BY_NUMBER).params(params);
            });
        }
        params.put("afterCode", after == null ? low(scope, filter) : after.key());
        params.put("afterPerson", after == null ? BEFORE_ALL : after.id());
        if (wanted.isEmpty()) {
            return Optional.of(jdbc.sql(BROWSE).params(params));
        }
        boolean initials = wanted.chars().allMatch(c -> c < 128);
        params.put(
                "gram",
                initials
                        ? People.NameGrams.initials(wanted.toLowerCase(Locale.ROOT))
                        : People.NameGrams.narrowest(wanted));
        params.put("text", initials ? "" : wanted);
        return Optional.of(jdbc.sql(BY_GRAM).params(params));
    }

    private static Map<String, Object> territory(Scope scope, Filter filter) {
        var params = new HashMap<String, Object>();
        var unit = filter.unit();
        params.put("low", low(scope, filter));
        params.put("high", unit == null ? scope.high() : unit.end());
        params.put(
                "category", filter.category() == null ? null : filter.category().name());
        params.put("status", filter.status() == null ? null : filter.status().name());
        return params;
    }

    private static long low(Scope scope, Filter filter) {
        return filter.unit() == null ? scope.low() : filter.unit().value();
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("male"),
                row.getInt("born_year"),
                Arrays.stream((String[]) row.getArray("categories").getArray())
                        .map(Category::valueOf)
                        .sorted()
                        .toList(),
                PersonStatus.valueOf(row.getString("status")),
                new DivisionCode(row.getLong("code_now")),
                PlaceKind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getString("group_name"),
                row.getBoolean("responsible"),
                new PersonFile.Sealed(row.getBytes("citizen_sealed"), row.getBytes("phone_sealed")));
    }
}
