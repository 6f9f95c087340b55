package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that really run, are really killed, and start again by themselves with nothing lost. */
@Tag("slow")
@Timeout(600)
class CrashTest {

    private static final int WAIT = 30;
    private static final Progress SILENT = new Progress(System.err, System.err);

    private final List<RunningProgram> started = new ArrayList<>();
    private final List<Cluster> opened = new ArrayList<>();

    @TempDir
    private Path parent;

    @AfterEach
    void everythingStops() throws Exception {
        for (var program : started.reversed()) {
            program.close();
        }
        opened.forEach(Cluster::close);
    }

    /** One directory goes through it all: each start is what the next kill needs, and starts are dear. */
    @Test
    void killedInAnyWayAProgramStartsAgainByItselfWithNothingLost() throws Exception {
        var directory = PreparedDirectory.copyTo(parent.resolve("data"));
        var first = start(directory);
        remember(directory);
        first.kill();
        aKilledProgramTakesItsDatabaseOverAgain(directory).kill();
        aDatabaseLeftWithOtherSettingsIsStartedAnew(directory);
        aProcessIdThatIsNowSomebodyElsesDoesNotHinder(directory);
        var last = programAndDatabaseKilledTogetherRecover(directory);
        aSecondProgramOnOneDirectoryIsRefused(directory);
        termStopsProgramAndDatabase(directory, last);
    }

    private RunningProgram aKilledProgramTakesItsDatabaseOverAgain(Path directory) throws Exception {
        var server = RunningProgram.databaseProcess(directory);
        var program = start(directory);
        assertRemembered(directory);
        assertThat(RunningProgram.databaseProcess(directory)).isEqualTo(server);
        return program;
    }

    /** The part of a start that opens the database: the rest is the same whatever it found. What it opens is left as a kill leaves it. */
    private void open(Path directory) {
        var place = DataDirectory.at(directory);
        opened.add(Cluster.start(place, Unprivileged.choose(place.logs()), Passwords.in(place), SILENT));
    }

    private void aDatabaseLeftWithOtherSettingsIsStartedAnew(Path directory) throws Exception {
        var server = RunningProgram.databaseProcess(directory);
        var options = RunningProgram.cluster(directory).resolve("postmaster.opts");
        Files.writeString(options, Files.readString(options).replace("rongyi-18", "rongyi-17"));
        open(directory);
        assertRemembered(directory);
        assertThat(RunningProgram.databaseProcess(directory)).isNotEqualTo(server);
    }

    private RunningProgram programAndDatabaseKilledTogetherRecover(Path directory) throws Exception {
        RunningProgram.killDatabase(directory);
        var program = start(directory);
        assertRemembered(directory);
        return program;
    }

    private void aProcessIdThatIsNowSomebodyElsesDoesNotHinder(Path directory) throws Exception {
        RunningProgram.killDatabase(directory);
        var file = RunningProgram.cluster(directory).resolve("postmaster.pid");
        var lines = Files.readAllLines(file);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);
        open(directory);
        assertRemembered(directory);
    }

    private void aSecondProgramOnOneDirectoryIsRefused(Path directory) throws Exception {
        var second = RunningProgram.start(directory, "--empty");
        started.add(second);
        assertThat(second.awaitExit()).isEqualTo(3);
        assertThat(second.errors()).contains("正由另一个戎驿程序使用");
    }

    private static void termStopsProgramAndDatabase(Path directory, RunningProgram program) throws Exception {
        var server = ProcessHandle.of(RunningProgram.databaseProcess(directory)).orElseThrow();
        program.terminate();
        program.awaitExit();
        server.onExit().get(WAIT, TimeUnit.SECONDS);
        assertThat(RunningProgram.cluster(directory).resolve("postmaster.pid")).doesNotExist();
        assertThat(Postmaster.anyProcessIn(RunningProgram.cluster(directory))).isFalse();
    }

    /** Ready; closing it would end its database too, so that waits for the end of the test. */
    private RunningProgram start(Path directory) throws Exception {
        var program = RunningProgram.start(directory, "--empty");
        started.add(program);
        program.awaitReady();
        return program;
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
