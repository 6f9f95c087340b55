package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.RunningProgram;

/** Programs that really run, really enter gifts, and are really killed. */
@Tag("slow")
@EnabledIfSystemProperty(
        named = "rongyi.dose",
        matches = "full",
        disabledReason = "BankStreamTest kills connections every time")
@DisplayName("整个程序在记账的当中被 kill -9：说过记了的都在，一笔不重，账目完好")
class KilledPostingTest {

    private static final int KILLS = 200;

    /** What the first program enters before it ends by itself. */
    private static final int TAUGHT = 20;

    @TempDir
    private Path parent;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    @DisplayName("记着记着被杀掉，再启动接着记：凭证号不缺，留痕和账目都完好")
    void killedInTheMiddleOfPostings() throws Exception {
        var directory = parent.resolve("data");
        teachStart(directory);
        var random = new Random(1927);
        var said = new ArrayList<String>();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                said.addAll(enterUntilKilled(directory, "R" + kill, 20 + random.nextInt(60), random.nextInt(4_000)));
            }
            var receipts = receipts(directory);
            assertThat(receipts).hasSameSizeAs(new HashSet<>(receipts)).containsAll(said);
            assertThat(receipts.size() - said.size()).isBetween(TAUGHT, TAUGHT + KILLS);
            startAndStop(directory); // what the last kill left unsealed is sealed by the next start
            var answer = new ByteArrayOutputStream();
            var words = List.of("verify", "ledger", "--data", directory.toString());
            int found = VerifyLedger.run(
                    words, Map.of(), new Progress(System.err, new PrintStream(answer, true, StandardCharsets.UTF_8)));
            assertThat(found).as(answer.toString(StandardCharsets.UTF_8)).isZero();
        } finally {
            RunningProgram.killDatabase(directory);
        }
    }

    /** Two hundred starts are what this test is made of: one that ends by itself leaves behind what makes the others short. */
    private void teachStart(Path directory) throws Exception {
        var process = poster("-XX:AOTCacheOutput=" + cache(), directory, "T", Integer.toString(TAUGHT))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(cache()).exists();
    }

    private Path cache() {
        return parent.resolve("poster.aot");
    }

    private static ProcessBuilder poster(String option, Path directory, String run, String many) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        option,
                        "-cp",
                        RunningProgram.classPathOfJars(),
                        Poster.class.getName(),
                        directory.toString(),
                        run,
                        many)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** @param micros how long after it said so many, so that it strikes anywhere within the next */
    private List<String> enterUntilKilled(Path directory, String run, int many, int micros) throws IOException {
        var process = poster("-XX:AOTCache=" + cache(), directory, run, Integer.toString(Integer.MAX_VALUE))
                .start();
        var said = new ArrayList<String>();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("entered ")) {
                    said.add(line.substring("entered ".length()));
                }
                if (said.size() == many) {
                    long until = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    process.toHandle().destroyForcibly(); // of the handle: what it said before can still be read
                }
            }
        }
        assertThat(said).as("it ended by itself").hasSizeGreaterThanOrEqualTo(many);
        return said;
    }

    private static void startAndStop(Path directory) throws Exception {
        try (var program = RunningProgram.start(directory)) {
            program.awaitReady();
            program.stop();
        }
    }

    private static List<String> receipts(Path directory) throws SQLException {
        var receipts = new ArrayList<String>();
        try (var connection = RunningProgram.connect(directory);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select receipt from fund.gift")) {
            while (rows.next()) {
                receipts.add(rows.getString(1));
            }
        }
        return receipts;
    }
}
