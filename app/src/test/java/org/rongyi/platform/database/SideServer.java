package org.rongyi.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL server of the user's own, whose given user may create roles but is no superuser. */
public final class SideServer implements AutoCloseable {

    private static final Progress SILENT = new Progress(System.err, System.err);

    private final Cluster cluster;
    private final Passwords passwords;

    private SideServer(Cluster cluster, Passwords passwords) {
        this.cluster = cluster;
        this.passwords = passwords;
    }

    public static SideServer start(Path folder) throws SQLException {
        var directory = DataDirectory.at(folder);
        var passwords = Passwords.in(directory);
        var server = new SideServer(
                Cluster.start(directory, Unprivileged.choose(directory.logs()), passwords, SILENT), passwords);
        var url = "jdbc:postgresql://127.0.0.1:" + server.cluster.port() + "/postgres";
        try (var connection = DriverManager.getConnection(url, Roles.SUPERUSER, passwords.of(Roles.SUPERUSER));
                var statement = connection.createStatement()) {
            statement.execute("create role chief login createrole password 'chief-s'");
            statement.execute("create database veterans owner chief");
        }
        return server;
    }

    /** What one writes behind {@code --database}. */
    public String setting() {
        return "jdbc:postgresql://chief:chief-s@127.0.0.1:" + cluster.port() + "/veterans";
    }

    /** As a role of the program, by the passwords it keeps. */
    Connection connect(String role, Passwords kept) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/veterans", role, kept.of(role));
    }

    @Override
    public void close() {
        cluster.close();
    }
}
