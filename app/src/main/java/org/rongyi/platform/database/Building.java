package org.rongyi.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * What is made anew from its beginning if the machine stops in the middle of it, so that no commit of it has to wait for
 * the disk: on a small disk that is most of its time.
 */
@Component
public class Building {

    private final Database database;
    private final List<DataSource> pools;

    Building(Database database, List<DataSource> pools) {
        this.database = database;
        this.pools = pools;
    }

    /** When it returns, all of it is on the disk. */
    public void withoutWaiting(Runnable work) {
        set(Roles.WITHOUT_WAITING);
        try {
            work.run();
        } finally {
            set(Roles.WAITING);
        }
    }

    /** This commit waits for the disk, and with it all before it. */
    private void set(String waiting) {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
            statement.execute(waiting);
            for (var pool : pools) {
                pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be told whether to wait for the disk", e);
        }
    }
}
