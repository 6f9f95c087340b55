package org.rongyi.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, carried in the jar and unpacked once per version, for all data directories together. */
final class Binaries {

    static final String VERSION = "18.6.0";
    static final String MAJOR = "18";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final Path home;

    Binaries(Path home) {
        this.home = home;
    }

    /** From the user's cache; below the data directory when there is no cache the server could reach. */
    static Binaries unpacked(DataDirectory directory, Unprivileged mode, Progress progress) {
        var name = "pgsql-" + VERSION;
        var home = mode == Unprivileged.SETPRIV
                ? directory.pg().resolve(name)
                : cache().orElse(directory.pg()).resolve(name);
        if (!Files.isDirectory(home)) {
            progress.step("解开数据库程序 unpacking PostgreSQL " + VERSION);
            try {
                unpack(home);
            } catch (IOException e) {
                throw new CannotRun("数据库程序解不开 · cannot unpack PostgreSQL to " + home + " (" + e + ")", e);
            }
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static Optional<Path> cache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home", "/nonexistent"), ".cache")
                : Path.of(configured);
        try {
            var folder = base.resolve("rongyi");
            Files.createDirectories(folder);
            return Files.isWritable(folder) ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whole or not at all: unpacked beside its place, then renamed. */
    private static void unpack(Path home) throws IOException {
        var half = Files.createTempDirectory(home.getParent(), "unpacking");
        try (var archive = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("no PostgreSQL for this kind of machine in the jar: " + ARCHIVE);
            }
            extract(archive, half);
            half.toFile().setExecutable(true, false);
            half.toFile().setReadable(true, false);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(half);
            if (!Files.isDirectory(home)) { // unless another program was quicker
                throw e;
            }
        }
    }

    static void extract(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leaves the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                        path.toFile().setExecutable(true, false);
                    }
                }
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
