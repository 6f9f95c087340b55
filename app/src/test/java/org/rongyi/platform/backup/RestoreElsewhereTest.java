package org.rongyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.GivingServices;
import org.rongyi.Rongyi;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.VerifyLedger;
import org.rongyi.demo.CountyDirectory;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.RunningProgram;
import org.rongyi.platform.database.SideServer;
import org.rongyi.platform.database.Startup;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("slow")
@RongyiTest
@DisplayName("恢复到外部数据库：给的用户不是超级用户，恢复后复核、校验留痕，再备份一次内容摘要相同")
class RestoreElsewhereTest {

    private static final String OTHER_MAJOR = "17.6.0";
    private static final int STOPPED = 143;
    private static final Pattern PERSON = Pattern.compile("href=\"/persons/([0-9a-f-]{36})");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private FileStore files;

    @Autowired
    private Sealer sealer;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path outside;

    private final Installations commands = new Installations();

    @Test
    @DisplayName("自带数据库 → 外部服务器")
    void intoAnExternalServer() throws Exception {
        var file = outside.resolve("home.rybak");
        var photo = backUpTheCounty(file);
        var data = Installations.withKeysOf(directory.root(), outside.resolve("data"));
        try (var server = SideServer.start(outside.resolve("server"))) {
            var launch = commands.restore(data, file, "--database", server.setting());
            checkAsAWhole(launch);
            assertThat(Files.list(data.resolve("pg"))).as("不用自带的数据库").isEmpty();
            assertThat(data.resolve("files").resolve(photo.value().substring(0, 2)))
                    .exists();
            var again = outside.resolve("away.rybak");
            assertThat(commands.backup(data, again, "--database", server.setting()))
                    .isZero();
            assertSameContent(file, again);
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "rongyi.dose",
            matches = "full",
            disabledReason = "another version of PostgreSQL is fetched for the soak only")
    @DisplayName("PostgreSQL 18 → 17：页面照常、照常走访，留痕和账目校验无误；17 → 18，内容摘要相同")
    void overAnotherMajorAndBack() throws Exception {
        var file = outside.resolve("home.rybak");
        backUpTheCounty(file);
        var data = Installations.withKeysOf(directory.root(), outside.resolve("data"));
        var away = outside.resolve("away.rybak");
        try (var server = SideServer.start(outside.resolve("server"), OTHER_MAJOR)) {
            assertThat(server.version()).startsWith("17.");
            checkAsAWhole(commands.restore(data, file, "--database", server.setting()));
            var untouched = outside.resolve("untouched.rybak");
            commands.backup(data, untouched, "--database", server.setting());
            assertSameContent(file, untouched);
            workThere(data, server);
            verify(data, "--database", server.setting());
            assertThat(commands.backup(data, away, "--database", server.setting()))
                    .isZero();
        }
        var home = Installations.withKeysOf(directory.root(), outside.resolve("home"));
        checkAsAWhole(commands.restore(home, away));
        verify(home);
        var again = outside.resolve("again.rybak");
        assertThat(commands.backup(home, again)).isZero();
        assertSameContent(away, again);
    }

    private FileId backUpTheCounty(Path file) throws Exception {
        TestCounty.ensure(program);
        sealer.seal(Integer.MAX_VALUE);
        var content = "附件".repeat(9_999).getBytes(StandardCharsets.UTF_8);
        var photo = new TransactionTemplate(transactions).execute(status -> files.put(content, "image/jpeg"));
        assertThat(commands.backup(directory.root(), file)).isZero();
        return photo;
    }

    private void workThere(Path data, SideServer server) throws Exception {
        var persona = Objects.requireNonNull(TestCounty.ensure(program).get("cun"));
        try (var running = RunningProgram.start(data, "--empty", "--database", server.setting())) {
            var clerk = Browser.signedIn(URI.create(running.awaitReady()).getPort(), persona);
            var persons = clerk.get("/persons");
            var person = PERSON.matcher(persons.body());
            assertThat(person.find()).isTrue();
            var pages = List.of(
                    "/",
                    "/persons/" + person.group(1),
                    "/visits",
                    "/needs",
                    "/figures",
                    "/open-books",
                    "/figures?period=year&kind=contact");
            for (var page : pages) {
                assertThat(clerk.get(page).statusCode()).as(page).isEqualTo(200);
            }
            assertThat(clerk.get("/persons?text=" + URLEncoder.encode("王", StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(200);
            var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
            var visit = CountyDirectory.visit(
                    clerk.postOf("/visits/new?person=" + person.group(1)), person.group(1), today, "在另一版数据库上记的");
            var recorded = clerk.post("/visits", visit);
            assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(303);
            var location = recorded.headers().firstValue("Location").orElseThrow();
            assertThat(clerk.get(location).body()).contains("在另一版数据库上记的");
            assertThat(running.stop()).isEqualTo(STOPPED);
        }
    }

    private static void verify(Path data, String... more) {
        var words = new ArrayList<>(List.of("verify", "ledger", "--data", data.toString()));
        words.addAll(List.of(more));
        var found = VerifyLedger.run(words, Map.of(), new Progress(System.err, System.err), GivingServices.ALL);
        assertThat(found).as("留痕和账目").isZero();
    }

    private static void assertSameContent(Path one, Path other) throws Exception {
        try (var first = BackupFile.open(one);
                var second = BackupFile.open(other)) {
            assertThat(second.manifest().content()).isEqualTo(first.manifest().content());
            assertThat(second.manifest().files()).isEqualTo(first.manifest().files());
        }
    }

    /** What the command does after the rows are back; a difference would end it with an exception. */
    private static void checkAsAWhole(Launch launch) {
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(
                Startup.of(launch, new Progress(System.err, System.err)).occupyPort());
        var checked = application.run();
        var held = checked.getBean(DataDirectory.class);
        checked.close();
        held.unlock();
    }
}
