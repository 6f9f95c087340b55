package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Browser;

/** A checkout as a newcomer has it, nothing built yet, and the launcher's own words. */
@Tag("slow")
@EnabledIfSystemProperty(
        named = "rongyi.dose",
        matches = "full",
        disabledReason = "it builds the program anew; PackedProgramIT starts what was built every time")
@DisplayName("新来的人：刚取下的代码，一条命令")
class NewcomerTest {

    private static final String LINK = "set up the first administrator: ";
    private static final String BUILDING = "编译 building";
    private static final String TRAINING = "训练启动缓存";
    private static final int CANNOT_RUN = 3;

    @TempDir
    private Path parent;

    @Test
    @Timeout(1800)
    @DisplayName("编译、启动、给出设置链接；kill -9 后再启动，不再编译，链接照给；同一目录的第二个程序说清楚；别的命令的退出码")
    void fromTheCheckoutToTheFirstPage() throws Exception {
        var checkout = checkedOut(parent.resolve("checkout"));
        var data = parent.resolve("data");
        try (var first = RunningProgram.startByLauncher(checkout, data, "--empty")) {
            opensTheLink(first);
            assertThat(first.errors()).contains(BUILDING, TRAINING);
            try (var second = RunningProgram.startByLauncher(checkout, data, "--empty")) {
                assertThat(second.awaitExit()).isEqualTo(CANNOT_RUN);
                assertThat(second.errors()).contains("正由另一个戎驿程序使用");
                first.kill();
                try (var again = RunningProgram.startByLauncher(checkout, data, "--empty")) {
                    opensTheLink(again);
                    assertThat(again.errors()).doesNotContain(BUILDING, TRAINING);
                    again.stop();
                    assertThat(Postmaster.anyProcessIn(RunningProgram.cluster(data)))
                            .isFalse();
                }
            }
        }
    }

    private static void opensTheLink(RunningProgram program) throws Exception {
        var link = URI.create(program.awaitWords(LINK).strip());
        var address = URI.create(program.awaitReady());
        assertThat(link.getPort()).isEqualTo(address.getPort());
        assertThat(new Browser(link.getPort()).get(link.getPath()).body()).contains("设置首位系统管理员和安全管理员");
    }

    /** What is under version control, and nothing that was made of it. */
    private static Path checkedOut(Path checkout) throws Exception {
        Files.createDirectory(checkout);
        var here = Path.of("..").toAbsolutePath().normalize();
        var packed = checkout.resolveSibling("checkout.tar");
        Command.run(
                List.of(
                        "tar",
                        "-C",
                        here.toString(),
                        "--exclude=./.git",
                        "--exclude=target",
                        "--exclude=./data",
                        "-cf",
                        packed.toString(),
                        "."),
                checkout,
                Duration.ofMinutes(2));
        Command.run(
                List.of("tar", "-C", checkout.toString(), "-xf", packed.toString()), checkout, Duration.ofMinutes(2));
        return checkout;
    }
}
