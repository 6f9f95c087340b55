package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Who the server runs as. The other tests run it as whoever runs them; these need root, to become somebody else. */
@Tag("slow")
@Timeout(240)
@EnabledIf("isRoot")
class UnprivilegedTest {

    private static final Progress SILENT = new Progress(System.err, System.err);

    @TempDir
    private Path parent;

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    @Test
    void anOrdinaryUserRunsTheWholeProgram() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = Files.createDirectory(parent.resolve("home"));
        Command.run(List.of("chown", "nobody:nogroup", home.toString()), parent, Duration.ofSeconds(10));
        var prefix = new ArrayList<>(List.of("env", "HOME=" + home, "XDG_CACHE_HOME=" + home.resolve("cache")));
        prefix.addAll(Unprivileged.SETPRIV.wrap(List.of()));
        var directory = home.resolve("data");
        try (var program = RunningProgram.start(prefix, readableClassPath(), directory, "--empty")) {
            assertThat(program.awaitReady()).startsWith("http://127.0.0.1:");
            assertThat(Files.getOwner(RunningProgram.cluster(directory)).getName())
                    .isEqualTo("nobody");
            program.kill();
            try (var again = RunningProgram.start(prefix, readableClassPath(), directory, "--empty")) {
                again.awaitReady();
            }
        }
    }

    @Test
    void rootWithoutUserNamespacesHandsTheClusterToNobody() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        var directory = DataDirectory.at(parent.resolve("data"));
        var passwords = Passwords.in(directory);
        for (var start = 1; start <= 2; start++) {
            try (var cluster = Cluster.start(directory, Unprivileged.SETPRIV, passwords, SILENT)) {
                assertThat(cluster.port()).isPositive();
                var server = Postmaster.livingIn(RunningProgram.cluster(directory.root()))
                        .orElseThrow();
                var process = ProcessHandle.of(server.pid()).orElseThrow();
                assertThat(process.info().user()).contains("nobody");
            }
            assertThat(Postmaster.anyProcessIn(RunningProgram.cluster(directory.root())))
                    .isFalse();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.keys())))
                .isEqualTo("rwx------");
    }

    /** The jars may lie below a home that others cannot enter: copied to where everybody can read. */
    private String readableClassPath() throws IOException {
        var copies = new ArrayList<String>();
        var folder = Files.createDirectories(parent.resolve("program"));
        for (var entry : RunningProgram.classPath().split(File.pathSeparator)) {
            var source = Path.of(entry);
            var copy = folder.resolve(copies.size() + "-" + source.getFileName());
            if (Files.isDirectory(source)) {
                FileSystemUtils.copyRecursively(source, copy);
            } else if (!Files.exists(copy)) {
                Files.copy(source, copy);
            }
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }
}
