package org.rongyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** What this JVM's programs share; cleared away when it has ended. */
    static Path home() {
        var process = Long.toString(ProcessHandle.current().pid());
        try {
            return Files.createDirectories(
                    Path.of("target", "test-data", process).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At {@code directory}, which is not there yet; without the log of the start that made it. */
    static synchronized Path copyTo(Path directory) throws Exception {
        if (made == null) {
            var prepared = Files.createTempDirectory(home(), "prepared").resolve("data");
            try (var program = RunningProgram.startToArchive(prepared, "--empty")) {
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
