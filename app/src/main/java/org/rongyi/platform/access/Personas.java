package org.rongyi.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.part.Persona;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * 演示人物: the accounts of the demo, in {@code DIR/personas.json} (mode 0600), so that people and programs can look
 * around as each of them. Outside a demo there is no such file.
 */
@Component
public class Personas {

    private static final String FILE = "personas.json";

    private final DataDirectory directory;
    private final JsonMapper json = JsonMapper.builder().build();

    Personas(DataDirectory directory) {
        this.directory = directory;
    }

    /**
     * One of them. The form is fixed for outsiders.
     *
     * @param unit twelve digits
     * @param level 1 province … 5 village
     */
    public record Entry(
            String username, String password, String post, String unit, int level, String name, String unitName) {}

    public void write(List<Entry> entries) {
        try {
            var fresh = Files.createTempFile(
                    directory.root(),
                    "personas",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries));
            Files.move(fresh, file(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("演示人物写不进 " + file(), e);
        }
    }

    public List<Entry> all() {
        if (!directory.isDemo() || !Files.exists(file())) {
            return List.of();
        }
        try {
            return json.readValue(Files.readAllBytes(file()), new TypeReference<List<Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("演示人物读不出 " + file(), e);
        }
    }

    /** As the sign-in page lists them. */
    List<Persona> shown() {
        return all().stream()
                .map(one -> new Persona(
                        one.username(),
                        one.name(),
                        one.post(),
                        one.unitName(),
                        Level.of(one.level()).zh()))
                .toList();
    }

    private Path file() {
        return directory.root().resolve(FILE);
    }
}
