package org.rongyi.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A database that a backup is read into: the embedded one of a new directory, or an empty one on an external server. From
 * the first table to {@link #finish} no program starts on the directory; after a restore that broke off, the next one
 * begins anew.
 */
public final class EmptyDatabase implements AutoCloseable {

    private static final String FIRST_TABLE = """
            select c.oid::regclass::text from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname <> 'information_schema'
              and n.nspname not like 'pg\\_%'
            order by 1
            limit 1
            """;

    private static final String OWN_SCHEMAS = """
            select quote_ident(nspname) from pg_catalog.pg_namespace
            where pg_get_userbyid(nspowner) = 'rongyi_owner'
            order by 1
            """;

    private final Database database;
    private final DataDirectory directory;
    private final Progress progress;

    private EmptyDatabase(Database database, DataDirectory directory, Progress progress) {
        this.database = database;
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * The caller holds the lock of the directory.
     *
     * @throws WrongInput when there is data already
     */
    public static EmptyDatabase open(Launch launch, DataDirectory directory, Progress progress) {
        var database = Database.open(launch, directory, progress);
        var empty = new EmptyDatabase(database, directory, progress);
        try {
            empty.prepare(launch.databaseName());
            return empty;
        } catch (SQLException e) {
            database.close();
            throw new CannotRun("数据库不可用 · cannot use the database: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void prepare(String name) throws SQLException {
        try (var connection = owner()) {
            if (directory.restoring().filter(name::equals).isPresent()) {
                progress.step("清掉上次没有做完的恢复 clearing a restore that broke off");
                dropAll(connection);
            }
            var table = texts(connection, FIRST_TABLE);
            if (!table.isEmpty()) {
                throw new WrongInput(
                        "--data",
                        "数据库里已有数据（" + table.getFirst() + "）；恢复只写进空的目录和空的数据库"
                                + " · restore needs an empty installation");
            }
        }
        directory.markRestoring(name);
    }

    /** Everything the owner has made, the record of migrations too. */
    static void dropAll(Connection owner) throws SQLException {
        for (var schema : texts(owner, OWN_SCHEMAS)) {
            execute(owner, "drop schema " + schema + " cascade");
        }
    }

    /** @throws CannotRun when this program does not know a step: the data is of a newer one */
    public static void refuseUnknown(List<Migrations.Step> steps) {
        Migrations.refuseUnknown(steps);
    }

    /** As the owner of the tables, whose own row security binds it too. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(database.url(), Roles.OWNER, database.password(Roles.OWNER));
    }

    /** Builds exactly the schema of these steps. */
    public void migrateTo(List<Migrations.Step> steps) {
        try {
            Migrations.applyExactly(database.url(), database.password(Roles.OWNER), steps);
        } catch (IOException e) {
            throw new CannotRun("建不成备份时的表结构 · cannot build the schema (" + e + ")", e);
        }
    }

    /** Every step of this program that is still missing. */
    public void migrateOn() {
        Migrations.all(database.url(), database.password(Roles.OWNER)).migrate();
    }

    /** The data is there, whole: programs may start. */
    public void finish() {
        directory.restored();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
