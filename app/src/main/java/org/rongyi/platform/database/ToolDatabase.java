package org.rongyi.platform.database;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The database for a command-line tool: attached to when the program runs, started for as long as the tool takes when it
 * does not. Nothing is migrated and no role is touched.
 */
public final class ToolDatabase implements AutoCloseable {

    private final DataDirectory directory;
    private final String url;
    private final Passwords passwords;
    private final @Nullable Cluster own;
    private final boolean shared;

    private ToolDatabase(
            DataDirectory directory, String url, Passwords passwords, @Nullable Cluster own, boolean shared) {
        this.directory = directory;
        this.url = url;
        this.passwords = passwords;
        this.own = own;
        this.shared = shared;
    }

    /**
     * @throws WrongInput when the directory is not one of a program that has been started
     * @throws CannotRun when the database cannot be reached or started
     */
    public static ToolDatabase open(Launch launch, Progress progress) {
        var root = launch.data();
        if (!Files.exists(root.resolve("keys").resolve(Passwords.FILE))) {
            throw new WrongInput(
                    "--data", "目录 " + root + " 不是启动过的戎驿数据目录 · not a data directory of a program once started");
        }
        var directory = DataDirectory.at(root, launch.files(), launch.databaseName());
        var passwords = Passwords.in(directory);
        var external = launch.database();
        boolean free = directory.tryLock();
        if (external != null) {
            return new ToolDatabase(directory, external.url(), passwords, null, !free);
        }
        if (!Files.exists(directory.pg().resolve("data").resolve("PG_VERSION"))) {
            throw new WrongInput("--data", "目录里没有自带的数据库；用外部数据库的，请加 --database · no embedded database; give --database");
        }
        if (free) {
            var cluster = Cluster.start(directory, Unprivileged.choose(directory.logs()), passwords, progress);
            return new ToolDatabase(directory, url(cluster.port()), passwords, cluster, false);
        }
        var server = Postmaster.livingIn(directory.pg().resolve("data"))
                .filter(Postmaster::ready)
                .orElseThrow(() -> new CannotRun("程序正在启动或停止，请稍后再试 · the program is starting or stopping; try again"));
        return new ToolDatabase(directory, url(server.port()), passwords, null, true);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Roles.DATABASE;
    }

    public DataDirectory directory() {
        return directory;
    }

    /** The program is running on the directory, too. */
    public boolean isShared() {
        return shared;
    }

    /** The time as the program has it: of a demo of the past, that of its day. */
    public Clock clock(Launch launch) {
        var today = launch.today();
        return BusinessClock.startingOn(
                today != null ? today : directory.demoDay().orElse(null));
    }

    /** Reads as the jobs do, everything as of one moment: that of the first statement. */
    public Connection snapshot() throws SQLException {
        var connection = DriverManager.getConnection(url, Roles.JOB, passwords.of(Roles.JOB));
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /**
     * Reads everything, row security or not, and can write nothing. For a backup: the caller begins its transaction.
     *
     * @throws CannotRun when this program has not been started here yet
     */
    public Connection everything() throws SQLException {
        try {
            return DriverManager.getConnection(url, Roles.BACKUP, passwords.of(Roles.BACKUP));
        } catch (SQLException e) {
            throw new CannotRun("数据库还不认识备份的角色，先用本程序启动一次 · start this program here once first: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
        if (!shared) {
            directory.unlock();
        }
    }
}
