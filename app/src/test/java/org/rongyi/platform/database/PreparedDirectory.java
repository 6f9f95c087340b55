package org.rongyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The data directory of a program that was started empty and stopped: made once, copied for whoever asks nothing of a first start. */
public final class PreparedDirectory {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** One build's, shared by the JVMs that test it. */
    private static final Path ALL = Path.of("target", "prepared").toAbsolutePath();

    private static final String OWN = System.getProperty(
                    "rongyi.build", "of-" + ProcessHandle.current().pid())
            .replace(':', '-');

    private PreparedDirectory() {}

    /** What the programs of one build share. Those of earlier builds are cleared away. */
    static synchronized Path home() {
        var home = ALL.resolve(OWN);
        if (Files.exists(home)) {
            return home;
        }
        try {
            Files.createDirectories(ALL);
            try (var lock = alone();
                    var others = Files.list(ALL)) {
                for (var other : others.filter(Files::isDirectory).toList()) {
                    if (!other.equals(home)) {
                        FileSystemUtils.deleteRecursively(other);
                    }
                }
                return Files.createDirectories(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At {@code directory}, which is not there yet; without the log of the start that made it. */
    public static synchronized Path copyTo(Path directory) throws Exception {
        var made = home().resolve("data");
        try (var lock = alone()) {
            if (!Files.exists(made)) {
                make(made);
            }
        }
        Command.run(List.of("cp", "-a", made.toString(), directory.toString()), directory.getParent(), PATIENCE);
        return directory;
    }

    private static void make(Path made) throws Exception {
        var parent = Files.createTempDirectory(home(), "making");
        var data = parent.resolve("data");
        try (var program = RunningProgram.startToArchive(data, "--empty")) {
            program.awaitReady();
            program.stop();
        }
        RunningProgram.keepArchive();
        Command.run(List.of("rm", "-r", data.resolve("logs").toString()), parent, PATIENCE);
        Files.move(data, made);
    }

    /** Other JVMs wait meanwhile. */
    private static FileChannel alone() throws IOException {
        var file = FileChannel.open(ALL.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return file;
    }
}
