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
        try {
            set(Roles.WITHOUT_WAITING);
            work.run();
        } catch (RuntimeException | Error e) {
            try {
                set(Roles.WAITING);
            } catch (RuntimeException again) {
                e.addSuppressed(again); // the next start sets it
            }
            throw e;
        }
        set(Roles.WAITING);
    }

    /** This commit waits for the disk, and with it all before it. */
    private void set(String waiting) {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
            statement.execute(Roles.LOCK);
            statement.execute(waiting);
            for (var pool : pools) {
                var opened = pool.unwrap(HikariDataSource.class).getHikariPoolMXBean();
                if (opened != null) {
                    opened.softEvictConnections();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be told whether to wait for the disk", e);
        }
    }
}
