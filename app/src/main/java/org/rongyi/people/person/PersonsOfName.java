package org.rongyi.people.person;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.audit.NamedPersons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 同名的人, for the search of the trail: by the name's own index, within the reader's scope. */
@Component
class PersonsOfName implements NamedPersons {

    private static final String NAMED = """
            select distinct p.id
            from person.name_gram g
            join person.person p on p.id = g.person_id
            where g.gram = :gram and p.name = :name
            limit :most
            """;

    private static final int GRAM = 2;

    private final JdbcClient jdbc;

    PersonsOfName(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> named(String name, int most) {
        int end = name.offsetByCodePoints(0, Math.min(GRAM, name.codePointCount(0, name.length())));
        return jdbc.sql(NAMED)
                .param("gram", name.substring(0, end))
                .param("name", name)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
