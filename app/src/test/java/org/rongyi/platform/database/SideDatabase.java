package org.rongyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Another database on the tests' server, with some rooms' tables only: for tests that spoil what all others share. */
public final class SideDatabase implements AutoCloseable {

    /** Steps are dear and a copy is not: by what stands in them, the databases of this JVM that nobody but their copies touches. */
    private static final Map<List<String>, SideDatabase> MODELS = new HashMap<>();

    private final Database server;
    private final String name;

    private SideDatabase(Database server, String name) {
        this.server = server;
        this.name = name;
    }

    public static SideDatabase create(ApplicationContext program, String name) throws SQLException {
        var side = new SideDatabase(program.getBean(Database.class), name);
        side.onServer("drop database if exists " + name + " with (force)");
        side.onServer("create database " + name + " owner rongyi_owner");
        return side;
    }

    /** The same with these rooms up to a version, or to the last one: migrated once, then copied. */
    public static SideDatabase migrated(ApplicationContext program, String name, String version, String... rooms)
            throws SQLException {
        return model(program, version, rooms).copy(name);
    }

    /** Every room that has tables. */
    public static String[] rooms() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/V*.sql");
        return Stream.of(found)
                .map(one -> {
                    try {
                        var parts = one.getURL().getPath().split("/");
                        return parts[parts.length - 2];
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .distinct()
                .toArray(String[]::new);
    }

    /** A copy, to which nobody may be connected meanwhile. */
    public SideDatabase copy(String other) throws SQLException {
        var side = new SideDatabase(server, other);
        side.onServer("drop database if exists " + other + " with (force)");
        side.onServer("create database " + other + " template " + name + " owner rongyi_owner");
        return side;
    }

    private static synchronized SideDatabase model(ApplicationContext program, String version, String... rooms)
            throws SQLException {
        var key = Stream.concat(Stream.of(version), Stream.of(rooms)).toList();
        var made = MODELS.get(key);
        if (made == null) {
            made = create(program, "model_" + MODELS.size());
            made.migrate(version, rooms);
            MODELS.put(key, made);
        }
        return made;
    }

    /** Up to a version, or to the last one. */
    public void migrate(String version, String... rooms) {
        var locations = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            locations[i] = "classpath:db/" + rooms[i];
        }
        Flyway.configure()
                .dataSource(url(), Roles.OWNER, server.password(Roles.OWNER))
                .locations(locations)
                .defaultSchema("flyway")
                .table("history")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    /** Connections of a role of the program, a new one each time. */
    public DataSource as(String role) {
        return new DriverManagerDataSource(url(), role, server.password(role));
    }

    /** Whom no policy narrows: somebody who has the database. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), Roles.SUPERUSER, server.password(Roles.SUPERUSER));
    }

    private String url() {
        return server.url().replace("/" + Roles.DATABASE + "?", "/" + name + "?");
    }

    private void onServer(String sql) throws SQLException {
        try (var connection = server.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        onServer("drop database if exists " + name + " with (force)");
    }
}
