package org.rongyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.WrongInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("verify audit：程序运行时附着它的数据库，退出码说明结果")
class VerifyAuditTest {

    private static final int MANY = 1_000;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private Sealer sealer;

    @TempDir
    private Path outside;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    @BeforeEach
    void sealed() {
        TestCounty.ensure(program);
        sealer.seal(MANY);
    }

    @Test
    @DisplayName("完好的：0，说出批数、行数、末批链头和诚实的限度")
    void aWholeTrailIsZero() {
        assertThat(verify()).isZero();
        assertThat(answer.toString(StandardCharsets.UTF_8))
                .contains("完好", "末批链头 2", "还没有链头保护", "本次没有用带出的链头核对")
                .doesNotContain("处不符");
    }

    @Test
    @DisplayName("与带出的链头相符：0；带出的链头对不上：1，说出是哪一行、哪一批")
    void aHeadThatLeftIsCompared() throws IOException {
        var copied =
                Files.readAllLines(directory.heads().resolve(HeadsFile.NAME)).getLast();
        var file = Files.writeString(outside.resolve("head.txt"), copied + "\n");
        assertThat(verify("--heads", file.toString())).isZero();
        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("与带出的链头相符：第 ");
        var fields = copied.split(" ");
        fields[3] = new StringBuilder(fields[3]).reverse().toString();
        Files.writeString(file, String.join(" ", fields));
        assertThat(verify("--heads", file.toString())).isEqualTo(1);
        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("带出的链头第 1 行", "第 " + fields[1] + " 批的链头不符");
    }

    @Test
    @DisplayName("写错的命令、不是数据目录、不是链头的文件：说清楚哪里不对")
    void wrongInputIsSaid() throws IOException {
        for (var words : List.of(
                List.of("verify"),
                List.of("verify", "ledger"),
                List.of("verify", "audit", "--heads"),
                List.of("verify", "audit", "--port", "80"),
                List.of("verify", "audit", "--data", outside.toString()))) {
            assertThatThrownBy(() -> VerifyAudit.run(words, Map.of(), progress()))
                    .as(String.join(" ", words))
                    .isInstanceOf(WrongInput.class);
        }
        var file = Files.writeString(outside.resolve("letter.txt"), "您好\n");
        assertThatThrownBy(() -> verify("--heads", file.toString()))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("letter.txt:1");
        assertThat(outside.resolve("keys")).doesNotExist();
    }

    private int verify(String... options) {
        var words = new ArrayList<>(
                List.of("verify", "audit", "--data", directory.root().toString()));
        words.addAll(List.of(options));
        answer.reset();
        return VerifyAudit.run(words, Map.of(), progress());
    }

    private Progress progress() {
        return new Progress(System.err, new PrintStream(answer, true, StandardCharsets.UTF_8));
    }
}
