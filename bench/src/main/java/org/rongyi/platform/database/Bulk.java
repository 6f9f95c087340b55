package org.rongyi.platform.database;

import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** For the benchmark: what it needs in its own database, past every guard. */
@Component
public class Bulk {

    private final Database database;

    Bulk(Database database) {
        this.database = database;
    }

    /** One after the other, in a transaction; triggers and foreign keys do not look. */
    public void run(List<String> statements) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /** Outside of a transaction, as {@code vacuum} asks for it. */
    public void alone(String sql) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
