package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that really run, are really killed, and start again by themselves with nothing lost. */
@Tag("slow")
@Timeout(240)
class CrashTest {

    @TempDir
    private Path parent;

    @Test
    void aKilledProgramTakesItsDatabaseOverAgain() throws Exception {
        var directory = PreparedDirectory.copyTo(parent.resolve("data"));
        try (var first = RunningProgram.start(directory, "--empty")) {
            first.awaitReady();
            remember(directory);
            var server = RunningProgram.databaseProcess(directory);
            first.kill();
            assertThat(RunningProgram.databaseProcess(directory)).isEqualTo(server);
            try (var second = RunningProgram.start(directory, "--empty")) {
                second.awaitReady();
                assertThat(RunningProgram.databaseProcess(directory)).isEqualTo(server);
                assertRemembered(directory);
            }
        }
    }

    @Test
    void aDemoBrokenOffIsSaidSoAndMadeAnew() throws Exception {
        var directory = parent.resolve("data");
        try (var first = RunningProgram.start(directory)) {
            first.awaitStep("演示县 demo county");
            first.kill();
        }
        try (var second = RunningProgram.start(directory)) {
            second.awaitStep("上次的演示数据没有建完");
            second.awaitStep("演示县 demo county");
        }
    }

    @Test
    void aDatabaseLeftWithOtherSettingsIsStartedAnew() throws Exception {
        var directory = PreparedDirectory.copyTo(parent.resolve("data"));
        try (var first = RunningProgram.start(directory, "--empty")) {
            first.awaitReady();
            remember(directory);
            var server = RunningProgram.databaseProcess(directory);
            first.kill();
            var options = RunningProgram.cluster(directory).resolve("postmaster.opts");
            Files.writeString(options, Files.readString(options).replace("rongyi-18", "rongyi-17"));
            try (var second = RunningProgram.start(directory, "--empty")) {
                second.awaitReady();
                assertThat(RunningProgram.databaseProcess(directory)).isNotEqualTo(server);
                assertRemembered(directory);
            }
        }
    }

    @Test
    void programAndDatabaseKilledTogetherRecover() throws Exception {
        var directory = PreparedDirectory.copyTo(parent.resolve("data"));
        try (var first = RunningProgram.start(directory, "--empty")) {
            first.awaitReady();
            remember(directory);
            first.kill();
            RunningProgram.killDatabase(directory);
            try (var second = RunningProgram.start(directory, "--empty")) {
                second.awaitReady();
                assertRemembered(directory);
            }
        }
    }

    @Test
    void aLeftOverProcessIdThatIsNowSomebodyElsesDoesNotHinder() throws Exception {
        var directory = PreparedDirectory.copyTo(parent.resolve("data"));
        try (var first = RunningProgram.start(directory, "--empty")) {
            first.awaitReady();
            remember(directory);
            first.kill();
            RunningProgram.killDatabase(directory);
            var file = RunningProgram.cluster(directory).resolve("postmaster.pid");
            var lines = Files.readAllLines(file);
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(file, lines);
            try (var second = RunningProgram.start(directory, "--empty")) {
                second.awaitReady();
                assertRemembered(directory);
            }
        }
    }

    @Test
    void aSecondProgramOnOneDirectoryIsRefusedAndTermStopsProgramAndDatabase() throws Exception {
        var directory = PreparedDirectory.copyTo(parent.resolve("data"));
        try (var first = RunningProgram.start(directory, "--empty")) {
            first.awaitReady();
            try (var second = RunningProgram.start(directory, "--empty")) {
                assertThat(second.awaitExit()).isEqualTo(3);
                assertThat(second.errors()).contains("正由另一个戎驿程序使用");
                var server = ProcessHandle.of(RunningProgram.databaseProcess(directory))
                        .orElseThrow();
                first.terminate();
                first.awaitExit();
                server.onExit().join();
                assertThat(RunningProgram.cluster(directory).resolve("postmaster.pid"))
                        .doesNotExist();
                assertThat(Postmaster.anyProcessIn(RunningProgram.cluster(directory)))
                        .isFalse();
            }
        }
    }

    @Test
    void termInTheMiddleOfAStartLeavesNoDatabaseBehind() throws Exception {
        var directory = parent.resolve("data");
        try (var program = RunningProgram.start(directory, "--empty")) {
            program.awaitStep("启动数据库");
            program.terminate();
            program.awaitExit();
            assertThat(Postmaster.anyProcessIn(RunningProgram.cluster(directory)))
                    .isFalse();
        }
    }

    @Test
    void wrongInputAndATakenPortHaveTheirExitCodes() throws Exception {
        try (var wrong = RunningProgram.start(parent.resolve("a"), "--today", "yesterday")) {
            assertThat(wrong.awaitExit()).isEqualTo(2);
            assertThat(wrong.errors()).startsWith("--today: ");
        }
        var other = Placeholder.open(Startup.LOOPBACK, 0, null);
        try (var taken = RunningProgram.start(parent.resolve("b"), "--port", Integer.toString(other.port()))) {
            assertThat(taken.awaitExit()).isEqualTo(3);
            assertThat(taken.errors()).contains("端口");
        } finally {
            other.close();
        }
    }

    private static void remember(Path directory) throws SQLException {
        try (var connection = RunningProgram.connect(directory);
                var statement = connection.createStatement()) {
            statement.execute("create table kernel.remembered as select generate_series(1, 1000) as n");
        }
    }

    private static void assertRemembered(Path directory) throws SQLException, IOException {
        try (var connection = RunningProgram.connect(directory);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sum(n) from kernel.remembered")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(500_500);
        }
    }
}
