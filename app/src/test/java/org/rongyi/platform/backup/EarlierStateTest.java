package org.rongyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.rongyi.Rongyi;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.EmptyDatabase;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Migrations;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.Refill;
import org.rongyi.platform.database.Startup;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.database.ToolDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** What was written under an earlier schema: restored, or simply started again, by the program of today. */
@Tag("slow")
@RongyiTest
@DisplayName("从上一版来：整套较早的表结构，各室都有数据，迁移到今天，一行不少，复核无误")
class EarlierStateTest {

    /**
     * 上一版: the state from which people come, by its last step. Until there is a release it is the one before the rooms of
     * 阳光安置; CHANGELOG.md says which it is.
     */
    private static final String LAST_STATE = "202612060020";

    /** Written by every start, or by the timer. */
    private static final Set<String> OF_THE_MACHINE =
            Set.of("audit", "backup", "figures", "operation", "schedule", "vault");

    private static final String STEPS = """
            select version, description, checksum from backup.step order by string_to_array(version, '.')::bigint[]
            """;

    private static final Progress SILENT = new Progress(System.err, System.err);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private Sealer sealer;

    @TempDir
    private Path outside;

    private final Installations commands = new Installations();

    @Test
    @DisplayName("上一版做的备份，今天的程序恢复；上一版的目录，今天的程序直接启动")
    void whatWasWrittenEarlierIsThereToday() throws Exception {
        TestCounty.ensure(program);
        sealer.seal(Integer.MAX_VALUE);
        var old = Installations.withKeysOf(directory.root(), outside.resolve("old"));
        var today = steps();
        var earlier = today.stream()
                .filter(step -> step.version().compareTo(LAST_STATE) <= 0)
                .toList();
        assertThat(earlier).last().extracting(Migrations.Step::version).isEqualTo(LAST_STATE);
        assertThat(today.size() - earlier.size()).as("有步可走").isGreaterThan(20);
        furnish(old, earlier);

        var file = outside.resolve("earlier.rybak");
        assertThat(commands.backup(old, file)).isZero();
        Manifest kept;
        try (var backup = BackupFile.open(file)) {
            kept = backup.manifest();
        }
        assertThat(kept.steps()).hasSameSizeAs(earlier);
        assertThat(roomsWithRows(kept))
                .contains(
                        "person", "visit", "need", "approval", "relief", "fund", "organisation", "documents", "notice");

        var launch = commands.restore(Installations.withKeysOf(directory.root(), outside.resolve("restored")), file);
        isWholeAndOfToday(launch, kept, today);
        checkAsAWhole(launch);

        var inPlace = Launch.parse(List.of("run", "--data", old.toString(), "--empty"), Map.of())
                .afterRestore();
        checkAsAWhole(inPlace);
        isWholeAndOfToday(inPlace, kept, today);
    }

    /** An installation as a program of that state would have left it, with what the rooms of today hold. */
    private void furnish(Path old, List<Migrations.Step> steps) throws Exception {
        var place = DataDirectory.at(old);
        place.lock();
        var launch = Launch.parse(List.of("run", "--data", old.toString()), Map.of());
        try (var empty = EmptyDatabase.open(launch, place, SILENT)) {
            empty.migrateTo(steps);
            try (var target = empty.owner();
                    var source = new Superuser(program).connect();
                    var statement = target.createStatement()) {
                target.setAutoCommit(false);
                source.setAutoCommit(false);
                source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                copy(source, target);
                statement.execute(new ClassPathResource("db/backup/afterMigrate__backup_reads_all.sql")
                        .getContentAsString(StandardCharsets.UTF_8));
                target.commit();
                source.rollback();
            }
            empty.finish();
            FileSystemUtils.copyRecursively(directory.files(), place.files());
        } finally {
            place.unlock();
        }
    }

    /** The columns that were there already. */
    private static void copy(Connection source, Connection target) throws Exception {
        Catalog.settle(source);
        Catalog.settle(target);
        var now = new HashMap<String, List<String>>();
        Catalog.tables(source).forEach(table -> now.put(table.name(), table.columns()));
        var tables = Catalog.tables(target);
        var refill =
                Refill.begin(target, tables.stream().map(Catalog.Table::place).toList());
        var out = source.unwrap(PGConnection.class).getCopyAPI();
        var in = target.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables) {
            var common = new ArrayList<>(table.columns());
            common.retainAll(now.getOrDefault(table.name(), List.of()));
            if (!common.isEmpty()) {
                var part = new Catalog.Table(table.name(), common, List.of());
                var rows = new ByteArrayOutputStream();
                out.copyOut(part.copyOut(), rows);
                in.copyIn(part.copyIn(), new ByteArrayInputStream(rows.toByteArray()));
            }
        }
        refill.check();
        refill.end();
    }

    private List<Migrations.Step> steps() throws SQLException {
        var steps = new ArrayList<Migrations.Step>();
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(STEPS)) {
            while (rows.next()) {
                steps.add(new Migrations.Step(
                        rows.getString("version"),
                        rows.getString("description"),
                        rows.getObject("checksum", Integer.class)));
            }
        }
        return steps;
    }

    private static Set<String> roomsWithRows(Manifest manifest) {
        return manifest.tables().stream()
                .filter(table -> table.part().count() > 0)
                .map(table -> schema(table.name()))
                .collect(Collectors.toSet());
    }

    private static String schema(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    private static void isWholeAndOfToday(Launch launch, Manifest kept, List<Migrations.Step> today) throws Exception {
        var expected = new TreeMap<String, Long>();
        var found = new TreeMap<String, Long>();
        try (var database = ToolDatabase.open(launch, SILENT);
                var connection = database.everything();
                var statement = connection.createStatement()) {
            assertThat(Catalog.texts(connection, "select version from backup.step"))
                    .hasSameSizeAs(today);
            for (var table : kept.tables()) {
                if (OF_THE_MACHINE.contains(schema(table.name()))) {
                    continue;
                }
                expected.put(table.name(), table.part().count());
                try (var rows = statement.executeQuery("select count(*) from " + Catalog.quoted(table.name()))) {
                    rows.next();
                    found.put(table.name(), rows.getLong(1));
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    /** The trail, the books and the figures, each recounted; a difference would end it with an exception. */
    private static void checkAsAWhole(Launch launch) {
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(Startup.of(launch, SILENT).occupyPort());
        var today = application.run();
        var held = today.getBean(DataDirectory.class);
        today.close();
        held.unlock();
    }
}
