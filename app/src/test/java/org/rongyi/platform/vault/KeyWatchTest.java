package org.rongyi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Standstill;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@RongyiTest
@DisplayName("密钥齐不齐：数据库里有、本机没有的，什么也不办，拿到以后自己恢复")
class KeyWatchTest {

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Autowired
    private DataDirectory data;

    @TempDir
    private Path directory;

    private final List<Object> told = new ArrayList<>();
    private Keys keys;
    private KeyWatch watch;

    @BeforeEach
    void aCopyOfTheFile() throws IOException {
        copy();
        keys = Keys.in(directory);
        watch = new KeyWatch(keys, jdbc, told::add);
    }

    @Test
    @DisplayName("都在：照常，什么也不说")
    void withAllOfThemNothingIsSaid() throws Exception {
        watch.look();
        assertThat(keys.missing()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(answer()).isEqualTo(200);
    }

    @Test
    @DisplayName("少一把，或者同名的是另一把：503，不封存，定时的事不接；拷来以后恢复，各说一次")
    void withoutOneNothingIsDone() throws Exception {
        var file = directory.resolve(Keys.FILE);
        for (var other : List.of("index.key", "fingerprint.key")) {
            var text = Files.readString(file, StandardCharsets.UTF_8).replaceAll(other + "=..", other + "=00");
            Files.writeString(file, text, StandardCharsets.UTF_8);
            keys.reload();
            told.clear();
            watch.look();
            watch.look();
            assertThat(keys.missing()).as(other).hasSize(1);
            assertThat(told).containsExactly(new Standstill(true));
            assertThat(answer()).isEqualTo(503);
            assertThatThrownBy(keys::current).hasMessageContaining("不能封存");
            copy();
            keys.reload();
            watch.look();
            assertThat(told).containsExactly(new Standstill(true), new Standstill(false));
            assertThat(answer()).isEqualTo(200);
            assertThat(keys.current()).isPositive();
        }
    }

    private int answer() throws Exception {
        var response = new MockHttpServletResponse();
        new KeyFilter(keys).doFilter(new MockHttpServletRequest("GET", "/"), response, new MockFilterChain());
        return response.getStatus();
    }

    private void copy() throws IOException {
        Files.copy(data.keys().resolve(Keys.FILE), directory.resolve(Keys.FILE), StandardCopyOption.REPLACE_EXISTING);
    }
}
