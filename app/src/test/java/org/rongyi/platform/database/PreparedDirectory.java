package org.rongyi.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data directory of a program that was started empty and stopped: made once, copied for whoever asks nothing of a first start. */
final class PreparedDirectory {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static @Nullable Path made;

    private PreparedDirectory() {}

    /** At {@code directory}, which is not there yet; without the log of the start that made it. */
    static synchronized Path copyTo(Path directory) throws Exception {
        if (made == null) {
            var process = Long.toString(ProcessHandle.current().pid()); // cleared away when it has ended
            var home = Files.createDirectories(Path.of("target", "test-data", process));
            var prepared =
                    Files.createTempDirectory(home.toAbsolutePath(), "prepared").resolve("data");
            try (var program = RunningProgram.start(prepared, "--empty")) {
                program.awaitReady();
                program.stop();
            }
            Command.run(List.of("rm", "-r", prepared.resolve("logs").toString()), prepared.getParent(), PATIENCE);
            made = prepared;
        }
        Command.run(List.of("cp", "-a", made.toString(), directory.toString()), directory.getParent(), PATIENCE);
        return directory;
    }
}
