package org.rongyi.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Connections that see every row and can write none: for the program's own backup. */
@Component
public class WholeReader {

    private final Database database;

    WholeReader(Database database) {
        this.database = database;
    }

    /** A new one, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), Roles.BACKUP, database.password(Roles.BACKUP));
    }
}
