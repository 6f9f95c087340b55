package org.rongyi.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * 批量装载: fills tables by COPY, around the acts and around row-level security, in one transaction: all of it or
 * nothing. For a demo's directory only; records of people come in by acts and by import.
 *
 * <p>Indexes, unique keys and foreign keys of the tables are dropped first and made again from their own definitions
 * when the rows are there, so that what was loaded has passed every constraint.
 */
@Component
public class BulkLoad {

    private static final String MAY_BYPASS = """
            select rolsuper from pg_catalog.pg_roles where rolname = current_user
            """;

    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 20;

    private final Database database;
    private final DataDirectory directory;
    private final Progress progress;

    BulkLoad(Database database, DataDirectory directory, Progress progress) {
        this.database = database;
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * Fills the tables and commits.
     *
     * @param tables qualified names; all that is written
     * @param sums statements that fill tables from the rows that {@code work} made, such as roll-ups
     * @throws CannotRun when the directory is no demo, or an external database's user is no superuser
     */
    public void fill(List<String> tables, Consumer<CopyStream> work, List<String> sums) {
        if (!directory.isDemo()) {
            throw new CannotRun("批量装载只用于演示目录 · bulk loading is for a demo's directory only");
        }
        try (var connection = database.superuser()) {
            refuseWeakness(connection);
            connection.setAutoCommit(false);
            var fetters = loosen(connection, tables);
            try (var stream = new CopyStream(connection.unwrap(PGConnection.class))) {
                work.accept(stream);
                stream.finish();
            }
            progress.step("汇总 summing up");
            for (var sum : sums) {
                execute(connection, sum);
            }
            progress.step("建索引、核对约束 building indexes, checking constraints");
            fetters.make(connection);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "vacuum (analyze) " + String.join(", ", tables));
            execute(connection, "checkpoint");
        } catch (SQLException e) {
            throw new CannotRun("装载失败，没有写入任何数据 · the load failed, nothing was written: " + e.getMessage(), e);
        }
    }

    /**
     * From here on the tables are its own. Who seals the trail or keeps the timetable may hold one of them and wait for another: then the
     * database breaks this off, before anything was written, and it is tried again.
     */
    private static Fetters loosen(Connection connection, List<String> tables) throws SQLException {
        for (int again = TRIES; ; again--) {
            try {
                execute(connection, "set local maintenance_work_mem = '768MB'");
                execute(connection, "set local work_mem = '256MB'");
                execute(connection, "set local synchronous_commit = off");
                execute(
                        connection,
                        "set local rongyi.anchors = 'later'"); // digests of rows are made when all are there
                var fetters = Fetters.of(connection, tables);
                fetters.drop(connection);
                return fetters;
            } catch (SQLException e) {
                connection.rollback();
                if (!DEADLOCK.equals(e.getSQLState()) || again == 0) {
                    throw e;
                }
            }
        }
    }

    private static void refuseWeakness(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(MAY_BYPASS);
                var rows = query.executeQuery()) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw new CannotRun("批量装载须由数据库超级用户进行 · bulk loading needs a superuser of the external database");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
