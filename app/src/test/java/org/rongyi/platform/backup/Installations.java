package org.rongyi.platform.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;

/** The two commands, as somebody types them, and what they said. */
final class Installations {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    int backup(Path data, Path to, String... more) {
        var words = new ArrayList<>(List.of("backup", "--data", data.toString(), "--to", to.toString()));
        words.addAll(List.of(more));
        return BackupCommand.run(words, Map.of(), say());
    }

    Launch restore(Path data, Path from, String... more) {
        var words = new ArrayList<>(List.of("restore", "--data", data.toString(), "--from", from.toString()));
        words.addAll(List.of(more));
        return RestoreCommand.run(words, Map.of(), say());
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** What a person fetches from where keys are kept. */
    static Path withKeysOf(Path source, Path data) throws IOException {
        var keys = Files.createDirectories(data.resolve("keys"));
        for (var file : List.of("vault.properties", "signing.properties")) {
            Files.copy(source.resolve("keys").resolve(file), keys.resolve(file));
        }
        return data;
    }

    private Progress say() {
        return new Progress(System.err, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
