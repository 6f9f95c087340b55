package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.RunningProgram;

/** Programs that really run, really enter gifts and pay them out, beside a bank that outlives them, and are really killed. */
@Tag("slow")
@EnabledIfSystemProperty(
        named = "rongyi.dose",
        matches = "full",
        disabledReason = "BankStreamTest kills connections every time")
@DisplayName("整个程序在记账、拨付、读银行文件的当中被 kill -9：说过办了的都在，一笔不重付，一笔不丢，账目完好")
class KilledPostingTest {

    private static final int KILLS = 200;

    /** Every so many, the database's process is killed with the program's. */
    private static final int WITH_DATABASE = 8;

    /** What the first program enters before it ends by itself. */
    private static final int TAUGHT = 20;

    /** How the accounts of a file are, in their order: as they should be, closed, taking in half of it. */
    private static final List<String> FATES = List.of("P", "PF", "FP", "HP", "PPH");

    private static final String PAYMENTS = """
            select p.reference || ' ' || coalesce(p.paid, -1) from fund.payment p where p.state not in ('PLANNED', 'DROPPED')
            """;

    private static final String PAID_TOO_MUCH = """
            select m.id from fund.grant_made m join fund.payment p on p.grant_id = m.id
            group by m.id, m.amount having sum(p.paid) > m.amount or sum(p.over) > 0
            """;

    private static final String LEFT_OVER = "select number from fund.batch where state not in ('SETTLED', 'DISSOLVED')";

    @TempDir
    private Path parent;

    private final Random random = new Random(1927);
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> receipts = new ArrayList<>();
    private final List<String> promised = new ArrayList<>();
    private final Set<String> steps = new HashSet<>();

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    @DisplayName("办着办着被杀掉，再启动接着办：凭证号不缺，账与银行的记录分毫不差，留痕和账目都完好")
    void killedInTheMiddleOfPostingsAndOfBankFiles() throws Exception {
        var directory = parent.resolve("data");
        try (var bank = new BankProcess(parent, LocalDate.now(ZoneId.of("Asia/Shanghai")))) {
            runToItsEnd(directory, bank, "-XX:AOTCacheOutput=" + cache(), "T", TAUGHT);
            for (int kill = 1; kill <= KILLS; kill++) {
                runUntilKilled(directory, bank, "R" + kill, kill % WITH_DATABASE == 0);
            }
            runToItsEnd(directory, bank, "-XX:AOTCache=" + cache(), "E", 0); // what was begun is brought to its end
            assertThat(steps).contains("entered", "promised", "made", "approved", "released", "file", "read");
            nothingIsLostOrDoubled(directory, bank);
            startAndStop(directory); // what the last kill left unsealed is sealed by the next start
            var answer = new ByteArrayOutputStream();
            var words = List.of("verify", "ledger", "--data", directory.toString());
            int found = VerifyLedger.run(
                    words,
                    Map.of(),
                    new Progress(System.err, new PrintStream(answer, true, StandardCharsets.UTF_8)),
                    TestServices.ALL);
            assertThat(found).as(answer.toString(StandardCharsets.UTF_8)).isZero();
        } finally {
            RunningProgram.killDatabase(directory);
        }
    }

    private void nothingIsLostOrDoubled(Path directory, BankProcess bank) throws Exception {
        try (var program = RunningProgram.start(directory, "--empty")) {
            program.awaitReady();
            var entered = texts(directory, "select receipt from fund.gift");
            assertThat(entered).doesNotHaveDuplicates().containsAll(receipts);
            assertThat(entered.size() - receipts.size()).isBetween(0, KILLS);
            var given = texts(directory, "select id::text from fund.grant_made");
            assertThat(given).containsAll(promised);
            assertThat(given.size() - promised.size()).isBetween(0, KILLS);
            var ours = new HashMap<String, Long>();
            for (var line : texts(directory, PAYMENTS)) {
                ours.put(line.split(" ")[0], Long.parseLong(line.split(" ")[1]));
            }
            assertThat(ours).as("与银行自己的记录").isNotEmpty().isEqualTo(bank.record());
            assertThat(bank.complaints()).isEmpty();
            assertThat(texts(directory, PAID_TOO_MUCH)).as("付了两次的").isEmpty();
            assertThat(texts(directory, LEFT_OVER)).as("没有办完的批次").isEmpty();
            program.stop();
        }
    }

    /** The first leaves behind what makes the others start in half the time: two hundred starts are what this test is made of. */
    private void runToItsEnd(Path directory, BankProcess bank, String option, String run, int many) throws Exception {
        var process = poster(option, directory, run, Integer.toString(many)).start();
        try (var out = process.inputReader(StandardCharsets.UTF_8);
                var in = process.outputWriter(StandardCharsets.US_ASCII)) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                heard(line, bank, in);
            }
        }
        assertThat(process.waitFor()).isZero();
    }

    /** After some steps, and then some moments later, so that it strikes anywhere within the next. */
    private void runUntilKilled(Path directory, BankProcess bank, String run, boolean withDatabase) throws IOException {
        int many = 8 + random.nextInt(60);
        long nanos = TimeUnit.MICROSECONDS.toNanos(random.nextInt(20_000));
        var process = poster("-XX:AOTCache=" + cache(), directory, run, Integer.toString(Integer.MAX_VALUE))
                .start();
        int heard = 0;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var in = process.outputWriter(StandardCharsets.US_ASCII);
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                heard += heard(line, bank, in) ? 1 : 0;
                if (heard == many) {
                    long until = System.nanoTime() + nanos;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    if (withDatabase) {
                        RunningProgram.killDatabase(directory);
                    }
                    process.toHandle().destroyForcibly(); // of the handle: what it said before can still be read
                }
            }
        }
        assertThat(heard).as("it ended by itself").isGreaterThanOrEqualTo(many);
    }

    /** Whether it was a step. A file reaches the bank once; taken again, it is the same to the byte. */
    private boolean heard(String line, BankProcess bank, Writer in) throws IOException {
        var words = line.split(" ");
        assertThat(line).as("账目不完好").doesNotStartWith("found ");
        switch (words[0]) {
            case "entered" -> receipts.add(words[1]);
            case "promised" -> promised.add(words[1]);
            case "file" -> {
                var file = Base64.getDecoder().decode(words[2]);
                var before = files.putIfAbsent(words[1], file);
                if (before == null) {
                    bank.take(file, FATES.get(random.nextInt(FATES.size())));
                }
                assertThat(file).as(words[1]).isEqualTo(before == null ? file : before);
                answer(bank.answer(words[1]), in);
            }
            case "made", "approved", "released", "read" -> {}
            default -> {
                return false;
            }
        }
        steps.add(words[0]);
        return true;
    }

    /** Who was killed meanwhile does not hear it. */
    private static void answer(byte[] result, Writer in) {
        try {
            in.write(Base64.getEncoder().encodeToString(result) + "\n");
            in.flush();
        } catch (IOException e) {
            // its pipe is closed
        }
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

    private static void startAndStop(Path directory) throws Exception {
        try (var program = RunningProgram.start(directory)) {
            program.awaitReady();
            program.stop();
        }
    }

    private static List<String> texts(Path directory, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = RunningProgram.connectAsSuperuser(directory);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
