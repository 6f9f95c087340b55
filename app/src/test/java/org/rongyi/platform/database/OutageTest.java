package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.demo.CountyDirectory;
import org.rongyi.platform.access.Personas;

@Tag("slow")
@Timeout(240)
@DisplayName("数据库没了、程序被停：答得清楚，自己回来，办到一半的办完")
class OutageTest {

    private static final String TOUCHES_DATABASE = "/setup/0123456789";

    private static final Pattern PERSON = Pattern.compile("href=\"/persons/([0-9a-f-]{36})");

    private static final String TOKEN = "a-token-of-the-test";

    @TempDir
    private Path parent;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    @DisplayName("数据库死了又起不来：503；能起来了：程序自己启动它，办到一半的、停着时交的再交一次，都是一条。收到 TERM：正在办的办完，都停下。日志逐行是 JSON，指标要凭口令")
    void aLostDatabaseComesBackAndAStopIsGraceful() throws Exception {
        var directory = parent.resolve("data");
        var clerk = Objects.requireNonNull(CountyDirectory.make(directory).get("cun"));
        var settings = Map.of("RONGYI_LOG_FORMAT", "json", "RONGYI_METRICS_TOKEN", TOKEN);
        try (var program = RunningProgram.start(settings, directory, "--empty")) {
            var address = program.awaitReady();
            metricsNeedTheToken(address);
            theDatabaseIsLost(directory, address, clerk);
            aRequestInFlightIsFinished(program, directory, address);
            var log = Files.readAllLines(directory.resolve("logs").resolve("rongyi.log")).stream()
                    .dropWhile(line -> !line.startsWith("{")) // the county was made by a program without these settings
                    .toList();
            assertThat(log).isNotEmpty().allMatch(line -> line.startsWith("{\"@timestamp\":") && line.endsWith("}"));
            assertThat(String.join("", log)).doesNotContain(TOKEN);
        }
    }

    private void metricsNeedTheToken(String address) throws Exception {
        assertThat(get(address + "/metrics").statusCode()).isEqualTo(404);
        var request = HttpRequest.newBuilder(URI.create(address + "/metrics"));
        assertThat(client.send(
                                request.header("Authorization", "Bearer " + TOKEN)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("rongyi_database_up 1.0");
    }

    /**
     * Its directory is moved away for as long, so that it cannot be started yet. One visit is on its way to the database when
     * it dies, another is sent while there is none; whoever sends both again has recorded two.
     */
    private void theDatabaseIsLost(Path directory, String address, Personas.Entry persona) throws Exception {
        assertThat(get(address + "/health").statusCode()).isEqualTo(200);
        var clerk = Browser.signedIn(URI.create(address).getPort(), persona);
        var person = PERSON.matcher(clerk.get("/persons").body());
        assertThat(person.find()).isTrue();
        var half = visit(clerk, person.group(1), "办到一半");
        var gone = visit(clerk, person.group(1), "数据库停着");
        var server = RunningProgram.databaseProcess(directory);
        var data = RunningProgram.cluster(directory);
        var underway = cutOff(directory, clerk, half);
        awaitHealth(address, 503);
        assertThat(underway.get().statusCode()).isEqualTo(503);
        assertThat(clerk.postAsIs("/visits", gone).statusCode()).isEqualTo(503);
        var answer = get(address + TOUCHES_DATABASE);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).contains("已经提交的内容不受影响");
        Files.move(data.resolveSibling("away"), data);
        awaitHealth(address, 200);
        assertThat(RunningProgram.databaseProcess(directory)).isNotEqualTo(server);
        assertThat(get(address + TOUCHES_DATABASE).statusCode()).isLessThan(500);
        long before = visits(directory);
        for (var form : List.of(half, gone)) {
            var first = recorded(clerk.postAsIs("/visits", form));
            assertThat(recorded(clerk.postAsIs("/visits", form))).isEqualTo(first);
        }
        assertThat(visits(directory) - before).isEqualTo(2);
    }

    private static Map<String, String> visit(Browser clerk, String person, String said) {
        var form = CountyDirectory.visit(clerk.postOf("/visits/new?person=" + person), person, today(), said);
        return clerk.withToken(form);
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static String recorded(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** The act waits inside its transaction, and the server is killed under it. */
    private CompletableFuture<HttpResponse<String>> cutOff(Path directory, Browser clerk, Map<String, String> form)
            throws Exception {
        try (var connection = RunningProgram.connect(directory);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table visit.attendee in access exclusive mode");
            var answer = CompletableFuture.supplyAsync(() -> clerk.postAsIs("/visits", form));
            awaitWaiting(statement);
            var data = RunningProgram.cluster(directory);
            var server =
                    ProcessHandle.of(RunningProgram.databaseProcess(directory)).orElseThrow();
            Files.move(data, data.resolveSibling("away"));
            server.destroyForcibly();
            server.onExit().join();
            return answer;
        }
    }

    /** By whom row security hides nothing from. */
    private static long visits(Path directory) throws SQLException {
        try (var connection = RunningProgram.connect(directory, Roles.BACKUP);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from visit.visit where not withdrawn")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void aRequestInFlightIsFinished(RunningProgram program, Path directory, String address) throws Exception {
        CompletableFuture<HttpResponse<String>> slow;
        try (var connection = RunningProgram.connect(directory);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table access.link in access exclusive mode");
            slow = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(address + TOUCHES_DATABASE))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            awaitWaiting(statement);
            program.terminate();
            awaitRefused(address); // it takes no new requests
            assertThat(slow).isNotDone();
            connection.rollback();
        }
        assertThat(slow.get().statusCode()).isLessThan(500);
        program.awaitExit();
        assertThat(Postmaster.anyProcessIn(RunningProgram.cluster(directory))).isFalse();
    }

    private static void awaitWaiting(Statement statement) throws Exception {
        boolean waiting = false;
        while (!waiting) {
            try (var rows = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
                rows.next();
                waiting = rows.getBoolean(1);
            }
            LookAgain.soon();
        }
    }

    /** New connections are refused, or answered with 503, once the stop has begun. */
    private static void awaitRefused(String address) {
        try (var other = HttpClient.newHttpClient()) {
            while (true) {
                var answer = other.send(
                        HttpRequest.newBuilder(URI.create(address + "/health")).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 503) {
                    return;
                }
                LookAgain.soon();
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHealth(String address, int status) throws Exception {
        while (get(address + "/health").statusCode() != status) {
            LookAgain.soon();
        }
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
