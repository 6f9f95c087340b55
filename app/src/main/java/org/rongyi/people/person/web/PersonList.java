package org.rongyi.people.person.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.kernel.CitizenId;
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

    private static final String COLUMNS = """
            select p.id, p.name, p.male, p.born_year, array_to_string(p.categories, ',') as categories, p.status, pl.code_now, pl.kind, pl.address,
                   pl.group_name, pl.responsible
            """;

    /** The first page's cursor stands just before the territory; a lower bound would start at the index's beginning. */
    private static final String BROWSE = COLUMNS + """
            from person.place pl
            join person.person p on p.id = pl.person_id
            where pl.valid_to is null and pl.code_now < :high and (pl.code_now, pl.person_id) > (:afterCode, :afterPerson)
            order by pl.code_now, pl.person_id
            limit :limit
            """;

    private static final String BY_NAME = COLUMNS + """
            from person.name_gram g
            join person.person p on p.id = g.person_id
            join person.place pl on pl.person_id = g.person_id and pl.code_now = g.code_now and pl.valid_to is null
            where g.gram = :gram and g.code_now < :high and (g.code_now, g.person_id) > (:afterCode, :afterPerson)
              and position(:text in p.name) > 0
            order by g.code_now, g.person_id
            limit :limit
            """;

    private static final String BY_INITIALS = COLUMNS + """
            from person.name_gram g
            join person.person p on p.id = g.person_id
            join person.place pl on pl.person_id = g.person_id and pl.code_now = g.code_now and pl.valid_to is null
            where g.gram = :gram and g.code_now < :high and (g.code_now, g.person_id) > (:afterCode, :afterPerson)
            order by g.code_now, g.person_id
            limit :limit
            """;

    private static final String BY_ID = COLUMNS + """
            from person.place pl
            join person.person p on p.id = pl.person_id
            where pl.person_id = :id and pl.valid_to is null
            order by pl.responsible desc
            limit 1
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final People people;

    PersonList(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** A line of the list: a person at one of his places. */
    public record Row(
            UUID id,
            String name,
            boolean male,
            int bornYear,
            String categories,
            PersonStatus status,
            long codeNow,
            PlaceKind kind,
            String address,
            String groupName,
            boolean responsible) {

        public DivisionCode code() {
            return new DivisionCode(codeNow);
        }

        public List<String> categoryNames() {
            return java.util.Arrays.stream(categories.split(","))
                    .map(name -> Category.valueOf(name).zh())
                    .toList();
        }
    }

    /** Behind which place and person the page begins. */
    record Cursor(long code, UUID person) {

        @Override
        public String toString() {
            return code + "_" + person;
        }

        static @Nullable Cursor parse(String text) {
            var parts = text.split("_", 2);
            try {
                return parts.length == 2 ? new Cursor(Long.parseLong(parts[0]), UUID.fromString(parts[1])) : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /** @param text a name or part of it, pinyin initials, a citizen number, or nothing for the whole roster */
    List<Row> page(Scope scope, String text, @Nullable Cursor after) {
        var wanted = text.strip();
        var number = CitizenId.canonical(wanted);
        if (number.length() == 18 && CitizenId.check(number) instanceof CitizenId.Valid) {
            return people.findByNumber(number).stream()
                    .flatMap(id -> jdbc.sql(BY_ID).param("id", id).query(Row.class).list().stream())
                    .toList();
        }
        var params = new HashMap<String, Object>();
        params.put("high", scope.high());
        params.put("afterCode", after == null ? scope.low() - 1 : after.code());
        params.put("afterPerson", after == null ? BEFORE_ALL : after.person());
        params.put("limit", PAGE + 1);
        if (wanted.isEmpty()) {
            return jdbc.sql(BROWSE).params(params).query(Row.class).list();
        }
        if (wanted.chars().allMatch(c -> c < 128)) {
            params.put("gram", People.NameGrams.initials(wanted.toLowerCase(Locale.ROOT)));
            return jdbc.sql(BY_INITIALS).params(params).query(Row.class).list();
        }
        params.put("gram", People.NameGrams.narrowest(wanted));
        params.put("text", wanted);
        return jdbc.sql(BY_NAME).params(params).query(Row.class).list();
    }
}
