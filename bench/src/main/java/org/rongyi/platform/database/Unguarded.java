package org.rongyi.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * For the benchmark: lets the program's role pass all policies, and takes it back. The program refuses to start on a database in
 * which it passes, so a benchmark that was killed is found; {@code alter role rongyi_app nobypassrls} mends it.
 */
@Component
public class Unguarded {

    private final Database database;
    private final DataSource pool;

    Unguarded(Database database, DataSource pool) {
        this.database = database;
        this.pool = pool;
    }

    /** Connections are opened anew: a plan made with the policies does not forget them by itself. */
    public void rowSecurity(boolean on) {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("alter role rongyi_app " + (on ? "nobypassrls" : "bypassrls"));
            pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code bench.clear}: every number in the clear with the person it belongs to, as a system without a vault has it. */
    public void makeClearTable() {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists bench;
                    drop table if exists bench.clear;
                    create table bench.clear (number text not null, person_id uuid not null);
                    grant usage on schema bench to rongyi_job;
                    grant select, insert on bench.clear to rongyi_job;
                    grant usage on schema bench to rongyi_app;
                    grant select on bench.clear to rongyi_app;
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void indexClearTable() {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("create unique index clear_number on bench.clear (number)");
            statement.execute("analyze bench.clear");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
