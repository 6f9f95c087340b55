package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("启动脚本：说明书里写的命令它都认得")
class LauncherTest {

    /** A command, and the word behind it where there is one: {@code verify ledger}. */
    private static final Pattern COMMAND = Pattern.compile("\\./rongyi ([a-z]+(?: [a-z]+)?)");

    @Test
    @DisplayName("README 里的每条命令，单独运行 ./rongyi 时都列出来")
    void readmeNamesOnlyCommandsTheLauncherExplains() throws IOException, InterruptedException {
        var explained = commands(run("../rongyi"));
        assertThat(explained).contains("run", "test", "verify audit");
        assertThat(explained).containsAll(commands(Files.readString(Path.of("../README.md"))));
    }

    @Test
    @DisplayName("说明里的每种校验，脚本都放行")
    void everyVerificationExplainedIsLetThrough() throws IOException, InterruptedException {
        var script = Files.readString(Path.of("../rongyi"));
        var letThrough = script.substring(script.indexOf("\n  verify)\n"), script.indexOf("\n  check)\n"));
        for (var command : commands(run("../rongyi"))) {
            if (command.startsWith("verify ")) {
                assertThat(letThrough).containsPattern("\\b" + command.substring("verify ".length()) + "\\b.*\\)");
            }
        }
    }

    private static TreeSet<String> commands(String text) {
        var commands = new TreeSet<String>();
        var matcher = COMMAND.matcher(text);
        while (matcher.find()) {
            commands.add(matcher.group(1));
        }
        return commands;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
