package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users start is not what the other tests run: the packed program, which makes its beans as the build wrote them
 * down. Runs behind packaging.
 */
@DisplayName("打包好的程序：照编译时写下的清单启动，能用，能停，能再启动")
class PackedProgramIT {

    /** Pages of several rooms, each of which anybody may open. */
    private static final List<String> PAGES =
            List.of("/", "/sign-in", "/stations", "/map", "/open-books", "/check", "/notices", "/health");

    private static final int ENDED_BY_TERM = 143;

    @TempDir
    private Path parent;

    @Test
    @DisplayName("空目录上启动，各处打得开，页脚写着版本，停下后再启动也一样")
    void startsServesStopsAndStartsAgain() throws Exception {
        var directory = parent.resolve("data");
        for (int start = 0; start < 2; start++) {
            try (var program = RunningProgram.startPacked(packed(), directory, "--empty")) {
                var address = program.awaitReady();
                for (var page : PAGES) {
                    assertThat(get(address + page).statusCode()).as(page).isEqualTo(200);
                }
                assertThat(get(address + "/help").body()).contains("戎驿 0.").doesNotContain("开发版");
                assertThat(program.stop()).as(program.errors()).isEqualTo(ENDED_BY_TERM);
            }
        }
    }

    private static Path packed() throws IOException {
        try (var built = Files.newDirectoryStream(Path.of("target"), "rongyi-app-*-exec.jar")) {
            return built.iterator().next();
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(asked, HttpResponse.BodyHandlers.ofString());
        }
    }
}
