package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.demo.CountyDirectory;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.audit.VerifyAudit;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;

/** The program as users start it, used by HTTP, and killed while it is used. */
@Tag("slow")
@DisplayName("六十四人正在登记、更正、撤回，一张名单正在导入：程序被 kill -9，数据库没了一阵，都接得上")
class KilledWritersTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int WRITERS = 64;
    private static final int KILLS = FULL ? 30 : 1;

    /** Acts answered between two kills, at the least. */
    private static final int BETWEEN = FULL ? 600 : 40;

    /** Moments later the kill strikes, wherever they are then. */
    private static final int MOMENTS = 20_000;

    private static final long GONE = TimeUnit.SECONDS.toNanos(FULL ? 60 : 2);
    private static final int ROWS = FULL ? 4_000 : 120;
    private static final String NAME = "接着导入";

    /** Rows go in one by one, and what came of them is noted a hundred at a time: who waits here has some in and not all. */
    private static final String HOLD_NOTES = "lock table intake.row in share mode";

    private static final String IMPORTED = "select count(*) from person.person where name like '" + NAME + "%'";
    private static final String NAMES =
            "select count(distinct name) from person.person where name like '" + NAME + "%'";
    private static final String CORRECTED = "select count(*) from visit.history";
    private static final String RECOUNT = """
            with due as (
                update schedule.task set execution_time = now() where task_name = 'figures.recount' and not picked returning 1)
            select count(*) from due
            """;
    private static final String RECOUNTED =
            "select count(*) from figures.recount where ran_at > now() - interval '%d seconds'";
    private static final String MISSED =
            "update schedule.task set last_heartbeat = last_heartbeat - interval '75 seconds' where picked";
    private static final String FOUND = "select coalesce(max(found), -1) from figures.recount";

    private static final String COMMANDS = """
            select id, act, subject from act.command where act in ('RecordVisit', 'CorrectVisit', 'WithdrawVisit')
            """;

    @TempDir
    private Path parent;

    private final Random random = new Random(1927);
    private Path directory;
    private Map<String, Personas.Entry> county;
    private RunningProgram program;
    private final List<RunningProgram> started = new ArrayList<>();
    private final Set<UUID> demo = new HashSet<>();
    private long visits;
    private long corrections;

    @AfterEach
    void itEnds() throws Exception {
        for (var one : started.reversed()) {
            one.close();
        }
    }

    @Test
    @Timeout(1800)
    @DisplayName("答过办了的都在、只有一次；没答的再交一次，办过就照旧回答，没办过就办；名单每行一次；数字等于重数一遍，留痕完好")
    void nothingIsLostAndNothingDoneTwice() throws Exception {
        directory = parent.resolve("data");
        county = CountyDirectory.make(directory);
        int port = start();
        demo.addAll(kept().keySet());
        visits = lying().size();
        corrections = number(CORRECTED);
        var clerk = Browser.signedIn(port, persona("cun"));
        var neighbour = Browser.signedIn(port, persona("cun2"));
        var batch = upload(clerk);
        try (var notes = heldNotes();
                var writers = new VisitWriters(
                        List.of(VisitWriters.Clerk.of(clerk), VisitWriters.Clerk.of(neighbour)), WRITERS)) {
            writers.goOn(port);
            start(clerk, batch);
            awaitSomeRows();
            for (int kill = 1; kill <= KILLS; kill++) {
                writers.awaitAnswers(BETWEEN);
                kill(writers, kill % 2 == 0);
                if (kill == 1) {
                    assertThat(number(IMPORTED)).as("名单导入到一半").isPositive().isLessThan(ROWS);
                    notes.close();
                }
                int next = start();
                whatWasAnsweredIsThere(writers);
                writers.goOn(next);
            }
            writers.awaitAnswers(BETWEEN);
            theDatabaseIsGone(writers);
            writers.awaitAnswers(BETWEEN);
            writers.finish();
            assertThat(writers.asking()).isEmpty();
            whatWasAnsweredIsThere(writers);
            assertThat(writers.unanswered()).as("被断开的").isPositive();
            assertThat(writers.turnedAway()).as("数据库没了时答 503 的").isPositive();
        } catch (AssertionError failed) {
            throw told(failed);
        }
        everyRowOnce(batch);
        theFiguresEqualARecount();
        program.stop();
        var words = List.of("verify", "audit", "--data", directory.toString());
        assertThat(VerifyAudit.run(words, Map.of(), new Progress(System.err, System.err)))
                .as("留痕完好")
                .isZero();
    }

    private Personas.Entry persona(String name) {
        return Objects.requireNonNull(county.get(name));
    }

    /** @return its port */
    private int start() throws IOException {
        program = RunningProgram.start(directory, "--empty");
        started.add(program);
        return URI.create(program.awaitReady()).getPort();
    }

    /** What failed, and what the program that failed said of it: its directory does not outlive the test. */
    private AssertionError told(AssertionError failed) throws IOException {
        failed.addSuppressed(new AssertionError(program.errors()));
        return failed;
    }

    /** Somewhere in the middle of what they do; ends when all have seen that it is gone. */
    private void kill(VisitWriters writers, boolean withDatabase) throws Exception {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(MOMENTS)));
        if (withDatabase) {
            RunningProgram.killDatabase(directory);
        }
        program.kill();
        writers.standStill();
        if (!FULL && !withDatabase) {
            aMinutePasses();
        }
    }

    /** What timed work the killed program was at is taken up after four missed heartbeats; the full dose waits for them. */
    private void aMinutePasses() throws SQLException {
        try (var connection = RunningProgram.connectAsSuperuser(directory);
                var statement = connection.createStatement()) {
            statement.executeUpdate(MISSED);
        }
    }

    /** Its directory is moved away for as long, so that nobody can start it. */
    private void theDatabaseIsGone(VisitWriters writers) throws Exception {
        var data = RunningProgram.cluster(directory);
        var server = ProcessHandle.of(RunningProgram.databaseProcess(directory)).orElseThrow();
        Files.move(data, data.resolveSibling("away"));
        server.destroyForcibly();
        server.onExit().join();
        long until = System.nanoTime() + GONE;
        while (System.nanoTime() < until || writers.turnedAway() == 0) {
            writers.failed();
            LookAgain.soon();
        }
        Files.move(data.resolveSibling("away"), data);
    }

    /** A command that was carried out, and the record it was about. */
    private record Kept(UUID command, String act, UUID subject) {}

    /** A record as it lies there. */
    private record Lying(int version, boolean withdrawn) {}

    /** Of what was asked for and not answered, each is there once or not at all; nothing is there that nobody asked for. */
    private void whatWasAnsweredIsThere(VisitWriters writers) throws SQLException {
        var kept = kept();
        var answered = writers.answered();
        var asking = writers.asking();
        assertThat(kept.keySet()).containsAll(answered.keySet());
        assertThat(answered.values())
                .allSatisfy(act -> assertThat(kept.get(act.command()))
                        .as(act.path())
                        .isEqualTo(new Kept(act.command(), act.name(), act.subject())));
        assertThat(kept.keySet()).allMatch(command -> answered.containsKey(command) || asking.containsKey(command));
        var shouldBe = new HashMap<UUID, Lying>();
        for (var one : kept.values()) {
            boolean withdrawn = one.act().equals(VisitWriters.WITHDRAW);
            shouldBe.merge(
                    one.subject(),
                    new Lying(1, withdrawn),
                    (a, b) -> new Lying(a.version() + b.version(), a.withdrawn() || b.withdrawn()));
        }
        var lying = lying();
        assertThat(lying).containsAllEntriesOf(shouldBe);
        assertThat(lying.size() - visits).as("记录一条不多").isEqualTo(shouldBe.size());
        assertThat(number(CORRECTED) - corrections)
                .as("更正、撤回各留一份从前的样子")
                .isEqualTo(kept.values().stream()
                        .filter(one -> !one.act().equals(VisitWriters.RECORD))
                        .count());
    }

    /** Without what the demo did before. */
    private Map<UUID, Kept> kept() throws SQLException {
        var kept = new HashMap<UUID, Kept>();
        try (var connection = RunningProgram.connectAsSuperuser(directory);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COMMANDS)) {
            while (rows.next()) {
                var one = new Kept(rows.getObject(1, UUID.class), rows.getString(2), rows.getObject(3, UUID.class));
                assertThat(kept.put(one.command(), one)).isNull();
            }
        }
        kept.keySet().removeAll(demo);
        return kept;
    }

    private Map<UUID, Lying> lying() throws SQLException {
        var lying = new HashMap<UUID, Lying>();
        try (var connection = RunningProgram.connectAsSuperuser(directory);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, version, withdrawn from visit.visit")) {
            while (rows.next()) {
                lying.put(rows.getObject(1, UUID.class), new Lying(rows.getInt(2), rows.getBoolean(3)));
            }
        }
        return lying;
    }

    /** The batch, uploaded and checked. */
    private UUID upload(Browser clerk) throws Exception {
        var village = persona("cun").unit();
        var list = IntStream.range(0, ROWS)
                .mapToObj(row -> NAME + row + "," + citizenId(row) + ",13800138000,退役士兵," + village + ",1 号")
                .collect(Collectors.joining("\n", "姓名*,身份证号*,电话,人员类别*,户籍村社区*,户籍门牌\n", "\n"));
        var fields = Map.of("kind", "persons", "_command", Ids.next().toString(), "_post", clerk.postOf("/imports"));
        var answer = clerk.upload("/imports", fields, "file", "名单.csv", list.getBytes(StandardCharsets.UTF_8));
        var batch = UUID.fromString(led(answer).substring("/imports/".length()));
        awaitState(batch, "CHECKED");
        return batch;
    }

    private void start(Browser clerk, UUID batch) {
        var path = "/imports/" + batch;
        var fields = Map.of("_command", Ids.next().toString(), "_post", clerk.postOf(path));
        assertThat(led(clerk.post(path + "/start", fields))).isEqualTo(path);
    }

    private static String led(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Of nobody. */
    private static String citizenId(int row) {
        var seventeen = "440106%d01%02d%03d".formatted(1950 + row % 50, 1 + row / 50 % 28, 100 + row / 1_400);
        return seventeen + CitizenId.checkCharacter(seventeen);
    }

    private void awaitState(UUID batch, String state) throws Exception {
        while (number("select count(*) from intake.batch where id = '" + batch + "' and state = '" + state + "'")
                == 0) {
            LookAgain.soon();
        }
    }

    /** An import comes no further than its first rows until this is closed. */
    private Connection heldNotes() throws SQLException {
        var connection = RunningProgram.connectAsSuperuser(directory);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(HOLD_NOTES);
        }
        return connection;
    }

    private void awaitSomeRows() throws Exception {
        while (number(IMPORTED) == 0) {
            LookAgain.soon();
        }
    }

    private void everyRowOnce(UUID batch) throws Exception {
        awaitState(batch, "DONE");
        assertThat(number(IMPORTED)).isEqualTo(ROWS);
        assertThat(number(NAMES)).isEqualTo(ROWS);
        assertThat(number("select good from intake.batch where id = '" + batch + "'"))
                .isEqualTo(ROWS);
    }

    /** By the program's own nightly work, called for now. */
    private void theFiguresEqualARecount() throws Exception {
        long began = System.nanoTime();
        while (number(RECOUNT) == 0) {
            LookAgain.soon(); // it is still being put back
        }
        while (number(RECOUNTED.formatted(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1)) == 0) {
            LookAgain.soon();
        }
        assertThat(number(FOUND)).as("复核不符").isZero();
    }

    private long number(String sql) throws SQLException {
        try (var connection = RunningProgram.connectAsSuperuser(directory);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
