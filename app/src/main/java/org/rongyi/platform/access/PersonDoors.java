package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door whose persons one statement finds by {@code :id}, within the reader's scope. */
public record PersonDoors(JdbcClient jdbc, String variable, String what, String sql) implements PersonDoor {

    @Override
    public String what(UUID record) {
        return what;
    }

    @Override
    public List<UUID> persons(UUID record) {
        return jdbc.sql(sql).param("id", record).query(UUID.class).list();
    }
}
