package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartingTest {

    @Test
    void fromItsFirstMomentThePortAnswers503() throws Exception {
        var placeholder = Placeholder.open(Startup.LOOPBACK, 0, null);
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + placeholder.port() + "/any/path");
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.body()).contains("正在启动");
        } finally {
            placeholder.close();
        }
    }

    @Test
    void theWebServerAnswers503UntilTheStartTasksAreDone() throws Exception {
        var door = new StartingFilter();
        var before = new MockHttpServletResponse();
        door.doFilter(new MockHttpServletRequest(), before, new MockFilterChain());
        assertThat(before.getStatus()).isEqualTo(503);
        assertThat(before.getHeader("Retry-After")).isEqualTo("2");
        door.open();
        var after = new MockHttpServletResponse();
        door.doFilter(new MockHttpServletRequest(), after, new MockFilterChain());
        assertThat(after.getStatus()).isEqualTo(200);
    }

    @Test
    void theBusinessClockStartsOnTheDayAskedForAndTicksOn(@TempDir Path home) {
        var launch = Launch.parse(List.of("--today", "2021-06-23"), Map.of());
        var clock = new DatabaseBeans().clock(launch, DataDirectory.at(home));
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2021, 6, 23));
        var first = clock.instant();
        assertThat(clock.instant()).isAfterOrEqualTo(first);
        assertThat(clock).isNotEqualTo(Clock.fixed(first, clock.getZone()));
    }
}
