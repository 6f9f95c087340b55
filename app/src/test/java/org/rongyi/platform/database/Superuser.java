package org.rongyi.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.context.ApplicationContext;

/** Whom nothing is hidden from, in the database all tests share. */
public record Superuser(ApplicationContext program) {

    public Connection connect() throws SQLException {
        return program.getBean(Database.class).superuser();
    }
}
