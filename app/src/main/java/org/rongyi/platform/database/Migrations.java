package org.rongyi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * 迁移: the schema as a set of steps. Rooms are built side by side, so that a state is not "up to a version" but exactly
 * the steps that were applied.
 */
public final class Migrations {

    static final String SCHEMA = "flyway";

    private static final String TABLE = "history";
    private static final String LOCATION = "classpath:db";

    private static final String STEPS = "classpath*:db/*/V*__*";
    private static final String JAVA = ".class";

    private Migrations() {}

    /** A step: its version, what it does, and Flyway's checksum of its text. */
    public record Step(
            String version, String description, @Nullable Integer checksum) {}

    /** All steps of this program, over the owner's own connection. */
    static Flyway all(String url, String password) {
        return flyway(url, password, LOCATION, List.of());
    }

    /**
     * A step outside a transaction that was broken off stands as failed, and no start would go on behind it. Such steps go on
     * where they were; a step within a transaction leaves nothing behind.
     */
    static void forgetFailed(String url, String password) {
        try (var connection = DriverManager.getConnection(url, Roles.OWNER, password);
                var statement = connection.createStatement()) {
            if (isThere(statement)) {
                statement.executeUpdate("delete from flyway.history where not success");
            }
        } catch (SQLException e) {
            throw new CannotRun("读不到迁移的记录 · cannot read the history of migrations: " + e.getMessage(), e);
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select from pg_catalog.pg_tables where schemaname = 'flyway' and tablename = 'history'")) {
            return rows.next();
        }
    }

    /** Brings an empty database to exactly these steps. */
    static void applyExactly(String url, String password, List<Step> steps) throws IOException {
        var folder = Files.createTempDirectory("rongyi-migrations");
        try {
            var code = copy(steps, folder);
            flyway(url, password, "filesystem:" + folder, code).migrate();
        } catch (FlywayException e) {
            throw new CannotRun("建不成备份时的表结构 · cannot build the schema: " + e.getMessage(), e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /**
     * @throws CannotRun when this program does not know a step: the backup is of a newer program
     */
    static void refuseUnknown(List<Step> steps) {
        var versions = own().keySet();
        var unknown = steps.stream()
                .map(Step::version)
                .filter(version -> !versions.contains(version))
                .toList();
        if (!unknown.isEmpty()) {
            throw new CannotRun("备份来自更新的程序，本程序没有这些迁移：" + String.join("、", unknown) + "；请用做备份的那一版或更新的程序恢复"
                    + " · the backup is of a newer program");
        }
    }

    /** The texts into the folder; answers those steps that are code. */
    private static List<JavaMigration> copy(List<Step> steps, Path folder) throws IOException {
        refuseUnknown(steps);
        var own = own();
        var code = new ArrayList<JavaMigration>();
        for (var step : steps) {
            var file = Objects.requireNonNull(own.get(step.version()));
            var name = String.valueOf(file.getFilename());
            if (name.endsWith(JAVA)) {
                code.add(instance(file));
                continue;
            }
            try (var in = file.getInputStream()) {
                Files.copy(in, folder.resolve(name));
            }
        }
        return code;
    }

    private static JavaMigration instance(Resource file) throws IOException {
        var path = file.getURL().getPath();
        var from = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
        var name = "db" + path.substring(from, path.length() - JAVA.length()).replace('/', '.');
        try {
            return (JavaMigration) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be made", e);
        }
    }

    private static Map<String, Resource> own() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(STEPS))
                    .filter(step -> !String.valueOf(step.getFilename()).contains("$"))
                    .collect(Collectors.toMap(
                            step -> version(String.valueOf(step.getFilename())), step -> step, (one, same) -> one));
        } catch (IOException e) {
            throw new CannotRun("读不到迁移 · cannot read the migrations", e);
        }
    }

    private static String version(String file) {
        return file.substring(1, file.indexOf("__"));
    }

    private static Flyway flyway(String url, String password, String location, List<JavaMigration> code) {
        return Flyway.configure()
                .dataSource(url, Roles.OWNER, password)
                // a step need not wait for the disk: what is committed after it cannot get there before it
                .initSql("set synchronous_commit = off")
                .locations(location)
                .javaMigrations(code.toArray(JavaMigration[]::new))
                .defaultSchema(SCHEMA)
                .table(TABLE)
                .outOfOrder(true) // rooms are built side by side
                .load();
    }
}
