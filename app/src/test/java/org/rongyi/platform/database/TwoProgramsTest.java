package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.demo.CountyDirectory;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.Ids;

/** docs/operations.md, done. */
@Tag("slow")
@Timeout(300)
@DisplayName("两个程序、一个外部数据库、一个共享的文件夹：在哪一个上办都一样")
class TwoProgramsTest {

    private static final String SESSION = "rongyi_session";

    private static final Pattern PERSON = Pattern.compile("href=\"/persons/([0-9a-f-]{36})");
    private static final Pattern CONTACTS = Pattern.compile(
            "class=\"stat-label\">(?:<a [^>]*>)?联系<.*?class=\"stat-number\">([\\d,]+)<", Pattern.DOTALL);

    private static final String BACKUP_NOW =
            "update schedule.task set execution_time = now() where task_name = 'backup.nightly' and not picked";
    private static final String BACKUPS = "select count(*) from backup.run where ended_at is not null";
    private static final String FAILED = "select count(*) from backup.run where problem is not null";

    @TempDir
    private Path parent;

    private Path shared;
    private Path backups;

    @BeforeEach
    void folders() throws IOException {
        shared = Files.createDirectory(parent.resolve("shared"));
        backups = Files.createDirectory(parent.resolve("backups"));
    }

    @Test
    @DisplayName("登录、走访、照片、数字互相看得到；定时的事只做一次；拿别的密钥来的被拒绝；一个换了密钥，另一个拿到之前什么也不办；停掉一个，另一个接着办，再交一次还是那一条")
    void twoProgramsAreOneInstallation() throws Exception {
        var first = parent.resolve("first");
        var second = parent.resolve("second");
        try (var server = SideServer.start(parent.resolve("server"))) {
            var county = CountyDirectory.make(first, "--database", server.setting(), "--files", shared.toString());
            var persona = Objects.requireNonNull(county.get("cun"));
            var security = Objects.requireNonNull(county.get("anquan"));
            Files.createDirectory(second);
            Command.run(
                    List.of("cp", "-a", first.resolve("keys").toString(), second.toString()),
                    parent,
                    Duration.ofMinutes(1));
            try (var one = start(server, first);
                    var two = start(server, second);
                    var job = connect(server, first)) {
                var here = Browser.signedIn(port(one), persona);
                var there = new Browser(port(two));
                there.plant(SESSION, here.cookie(SESSION));
                assertThat(there.get("/").body()).as("登录一次，两边都认").contains(persona.name());
                aVisitHereIsSeenThere(here, there);
                timedWorkRunsOnce(job);
                otherKeysAreRefused(server);
                keysChangedHereShutThere(here, there, security, first, second);
                theOtherGoesOn(one, two, here, there, persona);
            }
        }
    }

    private RunningProgram start(SideServer server, Path directory) throws IOException {
        return RunningProgram.start(
                Map.of("RONGYI_BACKUP_DIR", backups.toString(), "RONGYI_FILES_DIR", shared.toString()),
                directory,
                "--empty",
                "--database",
                server.setting());
    }

    private static int port(RunningProgram program) throws IOException {
        return URI.create(program.awaitReady()).getPort();
    }

    private Connection connect(SideServer server, Path directory) throws SQLException {
        var launch = Launch.parse(
                List.of("--data", directory.toString(), "--database", server.setting(), "--files", shared.toString()),
                Map.of());
        return server.connect(
                Roles.JOB, Passwords.in(DataDirectory.at(launch.data(), launch.files(), launch.databaseName())));
    }

    private static void aVisitHereIsSeenThere(Browser here, Browser there) throws IOException {
        long before = contacts(there);
        var visit = recorded(here.upload("/visits", visit(here, "带照片"), "photo", "现场.jpg", jpeg()));
        assertThat(there.get("/visits").body()).contains(visit);
        assertThat(contacts(there)).isEqualTo(before + 1);
        var photo = there.download(visit + "/photos/1");
        assertThat(photo).startsWith(0xff, 0xd8).isEqualTo(here.download(visit + "/photos/1"));
    }

    /** Both look every second for what is due. */
    private void timedWorkRunsOnce(Connection job) throws Exception {
        for (int time = 1; time <= 2; time++) {
            while (update(job, BACKUP_NOW) == 0) {
                LookAgain.soon(); // it is still being put back
            }
            while (number(job, BACKUPS) < time) {
                LookAgain.soon();
            }
        }
        assertThat(number(job, BACKUPS)).isEqualTo(2);
        assertThat(number(job, FAILED)).as("其中的文件都找得到").isZero();
        try (var made = Files.list(backups)) {
            assertThat(made).hasSize(2);
        }
    }

    /** A start with keys of its own would set the passwords of the roles, and shut the two out. */
    private void otherKeysAreRefused(SideServer server) throws Exception {
        try (var stranger = start(server, parent.resolve("stranger"))) {
            assertThat(stranger.awaitExit()).isEqualTo(3);
            assertThat(stranger.errors()).contains("同一套 keys");
        }
    }

    /** What is sealed with the new key could not be read there, and what is sealed there with the old one not after its end. */
    private static void keysChangedHereShutThere(
            Browser here, Browser there, Personas.Entry security, Path first, Path second) throws Exception {
        var officer = Browser.signedIn(here.port(), security);
        var renewal =
                Map.of("_command", Ids.next().toString(), "_post", officer.postOf("/keys/renewal"), "reason", "例行更换");
        assertThat(officer.post("/keys/renewal", renewal).statusCode()).isEqualTo(303);
        var visit = recorded(here.post("/visits", visit(here, "用新密钥封存")));
        awaitHealth(there, 503);
        assertThat(there.get(visit).statusCode()).isEqualTo(503);
        assertThat(there.get(visit).body()).contains("密钥文件不全");
        var file = Path.of("keys", "vault.properties");
        Files.copy(first.resolve(file), second.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        awaitHealth(there, 200);
        assertThat(there.get(visit).body()).contains("用新密钥封存");
    }

    /** Looked at in between as a balancer would; the limit of the test ends it. */
    private static void awaitHealth(Browser there, int status) {
        while (there.get("/health").statusCode() != status) {
            LookAgain.soon();
        }
    }

    private static void theOtherGoesOn(
            RunningProgram one, RunningProgram two, Browser here, Browser there, Personas.Entry persona)
            throws Exception {
        var form = visit(here, "办完就停了");
        var visit = recorded(here.post("/visits", form));
        one.kill();
        assertThat(recorded(there.post("/visits", form))).as("同一张表在另一个上再交").isEqualTo(visit);
        var again = Browser.signedIn(there.port(), persona);
        recorded(again.post("/visits", visit(again, "接着办")));
        assertThat(two.errors().lines().filter(line -> line.contains("ERROR")))
                .allMatch(line -> line.contains("KeyWatch"));
    }

    private static Map<String, String> visit(Browser clerk, String said) {
        var person = PERSON.matcher(clerk.get("/persons").body());
        assertThat(person.find()).isTrue();
        var post = clerk.postOf("/visits/new?person=" + person.group(1));
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        return CountyDirectory.visit(post, person.group(1), today, said);
    }

    /** The path of its record. */
    private static String recorded(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(0, location.indexOf('?'));
    }

    private static long contacts(Browser reader) {
        var number =
                CONTACTS.matcher(reader.get("/figures?period=year&kind=contact").body());
        assertThat(number.find()).isTrue();
        return Long.parseLong(number.group(1).replace(",", ""));
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
