package org.rongyi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("启动时核对密钥，先于读写任何数据")
class KeyCheckTest {

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private DataDirectory data;

    @TempDir
    private Path directory;

    @Test
    @DisplayName("原来的密钥：照常启动")
    void theRightKeysStart() throws IOException {
        Files.copy(data.keys().resolve(Keys.FILE), directory.resolve(Keys.FILE));
        assertThatCode(() -> KeyCheck.of(directory, jdbc, clock)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("别处的密钥：说清楚，不启动")
    void otherKeysAreRefused() {
        Keys.in(directory);
        assertThatThrownBy(() -> KeyCheck.of(directory, jdbc, clock))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("不是封存这些数据的那一把");
    }

    @Test
    @DisplayName("密钥文件不在：说清楚，不启动，也不另造一份")
    void missingKeysAreNotMadeAnew() {
        assertThatThrownBy(() -> KeyCheck.of(directory, jdbc, clock))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("缺少密钥文件");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisplayName("少了一把还要用的密钥：说出是哪一把")
    void aMissingVersionIsNamed() throws IOException {
        var text = Files.readString(data.keys().resolve(Keys.FILE)).replace("index.key=", "index.key=00");
        Files.writeString(directory.resolve(Keys.FILE), text);
        assertThatThrownBy(() -> KeyCheck.of(directory, jdbc, clock))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("index");
    }
}
