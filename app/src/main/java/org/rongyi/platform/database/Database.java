package org.rongyi.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The running PostgreSQL, embedded or the user's own, with roles ready; closing it stops the embedded one. */
final class Database implements AutoCloseable {

    /** Errors reach our logs without the values of rows; batches travel as one statement. */
    private static final String OPTIONS =
            "logServerErrorDetail=false&reWriteBatchedInserts=true&ApplicationName=rongyi";

    private final String url;
    private final Passwords passwords;
    private final @Nullable Cluster cluster;
    private final @Nullable ExternalDatabase external;

    private Database(String url, Passwords passwords, @Nullable Cluster cluster, @Nullable ExternalDatabase external) {
        this.url = url;
        this.passwords = passwords;
        this.cluster = cluster;
        this.external = external;
    }

    static Database open(Launch launch, DataDirectory directory, Progress progress) {
        var passwords = Passwords.in(directory);
        var external = launch.database();
        return external == null ? embedded(directory, passwords, progress) : attach(external, passwords, progress);
    }

    private static Database embedded(DataDirectory directory, Passwords passwords, Progress progress) {
        var cluster = Cluster.start(directory, Unprivileged.choose(directory.logs()), passwords, progress);
        try {
            var server = "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/";
            var password = passwords.of(Roles.SUPERUSER);
            Roles.prepareServer(server + "postgres", Roles.SUPERUSER, password, passwords, true);
            Roles.prepareDatabase(server + Roles.DATABASE, Roles.SUPERUSER, password);
            return new Database(server + Roles.DATABASE, passwords, cluster, null);
        } catch (SQLException e) {
            cluster.close();
            throw new CannotRun(
                    "数据库不接受 keys/" + Passwords.FILE + " 的密码或已损坏 · the database refuses: " + e.getMessage(), e);
        }
    }

    private static Database attach(ExternalDatabase external, Passwords passwords, Progress progress) {
        progress.step("连接外部数据库 connecting to " + external.url());
        try {
            Roles.prepareServer(external.url(), external.user(), external.password(), passwords, false);
            Roles.prepareDatabase(external.url(), external.user(), external.password());
            return new Database(external.url(), passwords, null, external);
        } catch (SQLException e) {
            throw new CannotRun("外部数据库不可用 · the external database cannot be used: " + e.getMessage(), e);
        }
    }

    String url() {
        return url + (url.contains("?") ? "&" : "?") + OPTIONS;
    }

    String password(String role) {
        return passwords.of(role);
    }

    /** {@code plans} is PostgreSQL's plan_cache_mode: whether a statement that comes again is planned again. */
    HikariDataSource pool(String name, String role, int size, String plans) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url());
        pool.setUsername(role);
        pool.setPassword(password(role));
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("options", "-c plan_cache_mode=" + plans);
        return pool;
    }

    /** As the embedded server's superuser, or the user the external database was given with. */
    Connection superuser() throws SQLException {
        return external == null
                ? DriverManager.getConnection(url(), Roles.SUPERUSER, passwords.of(Roles.SUPERUSER))
                : DriverManager.getConnection(url(), external.user(), external.password());
    }

    /** Until then the end of the program closes it. */
    void handOver() {
        if (cluster != null) {
            cluster.handOver();
        }
    }

    @Override
    public void close() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
