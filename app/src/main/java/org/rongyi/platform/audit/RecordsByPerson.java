package org.rongyi.platform.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that one statement finds by {@code :persons}, a list of ids as text, and {@code :most}. */
public record RecordsByPerson(JdbcClient jdbc, String sql) implements RecordsAbout {

    @Override
    public List<UUID> about(List<UUID> persons, int most) {
        return jdbc.sql(sql)
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
