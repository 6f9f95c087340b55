package org.rongyi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;
import org.rongyi.Rongyi;
import org.rongyi.platform.access.LightPasswords;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.PreparedDirectory;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.RunningProgram;
import org.rongyi.platform.database.Startup;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo as users start it, in a process of its own; the county is a small one, made before. */
@Tag("slow")
@Timeout(240)
@DisplayName("演示程序启动以后：打印人物表和就绪的网址，personas.json 只有本人可读，页页写明是演示")
class DemoStartTest {

    private static final List<String> FIXED = List.of("username", "password", "post", "unit", "level");

    @TempDir
    private Path home;

    private Path data;

    /** Made in this process, which keeps its lock on the directory; the copy is free. */
    @BeforeEach
    void aSmallDemoCounty() throws Exception {
        var made = PreparedDirectory.copyTo(home.resolve("made"));
        data = home.resolve("data");
        var launch = Launch.parse(List.of("--empty", "--port", "0", "--data", made.toString()), Map.of());
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(LightPasswords::initialize);
        application.addInitializers(
                Startup.of(launch, new Progress(System.err, System.err)).occupyPort());
        try (var program = application.run()) {
            program.getBean(DemoCounty.class).build(new DemoCounty.Size(1, 12, 12));
        }
        var copy = new ProcessBuilder("cp", "-a", made.toString(), data.toString()).start();
        assertThat(copy.waitFor()).isZero();
    }

    @Test
    void whoeverStartsItCanLookAroundAtOnce() throws Exception {
        var file = data.resolve("personas.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var personas = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        try (var program = RunningProgram.start(data)) {
            var password =
                    program.awaitWords("演示人物 personas（口令相同 same password）：").strip();
            for (var persona : personas) {
                var line = program.awaitWords("  " + persona.get("username").asString() + " ");
                assertThat(line).contains(persona.get("post").asString());
                assertThat(persona.get("password").asString()).isEqualTo(password);
            }
            var address = program.awaitReady();
            assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+");
            for (var persona : personas) {
                opens(URI.create(address).getPort(), persona);
            }
        }
    }

    /** By the file alone, as a program from outside would. */
    private static void opens(int port, JsonNode persona) {
        for (var name : FIXED) {
            assertThat(persona.hasNonNull(name)).as(name).isTrue();
        }
        assertThat(persona.get("unit").asString()).matches("\\d{12}");
        assertThat(persona.get("level").isInt()).isTrue();
        assertThat(persona.get("level").asInt()).isBetween(1, 5);
        var browser = new Browser(port);
        var answer = browser.post(
                "/sign-in",
                Map.of(
                        "username", persona.get("username").asString(),
                        "password", persona.get("password").asString()));
        assertThat(answer.statusCode()).isEqualTo(303);
        var home = browser.get("/");
        if (home.statusCode() == 303) { // a veteran's home is his own page
            var own = home.headers().firstValue("Location").orElseThrow();
            assertThat(own)
                    .as("no forced change of the password for " + persona.get("username"))
                    .doesNotContain("password");
            home = browser.get(own);
        }
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).containsPattern("class=\"banner\">演示数据");
    }
}
