package org.rongyi.platform.database;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** For the benchmark: makes the baselines' table beside the product's. */
@Component
public class Owner {

    private final Database database;

    Owner(Database database) {
        this.database = database;
    }

    /** Makes the schema anew and fills {@code bench.unit}: id, and its ancestors as a comma list. */
    public void baseline(String schema, Map<Long, String> units) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(schema);
            try (var insert =
                    connection.prepareStatement("insert into bench.unit (id, parent, ancestors) values (?, ?, ?)")) {
                for (var unit : units.entrySet()) {
                    var ancestors = unit.getValue();
                    insert.setLong(1, unit.getKey());
                    insert.setLong(2, Long.parseLong(ancestors.substring(ancestors.lastIndexOf(',') + 1)));
                    insert.setString(3, ancestors);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("analyze bench.unit");
            connection.commit();
        }
    }
}
